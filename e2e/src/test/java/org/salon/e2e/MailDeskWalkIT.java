package org.salon.e2e;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an organiser sees and does of mails in a browser. */
@Order(2)
class MailDeskWalkIT extends Walk {

	@ParameterizedTest
	@CsvSource({ "zh-CN, 会发什么邮件", "en, What mails are sent" })
	void fromASalonInTheConsoleToWhatOtherRemindersWouldDo(String language, String title) {
		int number = number(language, 90);
		desk.announce(number, title, "");
		String email = "desk." + language.toLowerCase() + "@example.org";
		desk.signUp(number, "Desk", email, language);
		inbox.await(email, title, SOON);
		Words words = new Words(language);
		try (BrowserContext browser = operator(language, true)) {
			Page page = browser.newPage();
			page.navigate(system.registration() + "/operator/salons/" + number);
			login(page);
			assertThat(page.url()).endsWith("/operator/salons/" + number);
			follow(page, page.getByText(words.page("console.mailPlan"), new Page.GetByTextOptions().setExact(true)));
			assertThat(page.url()).isEqualTo(at("/plans/" + number));
			assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
			// Subscribers of other walks may have had an announcement.
			String confirmation = words.desk("kind.CONFIRMATION");
			reads(page, "#timeline .sent:has-text('" + confirmation + "')", words.desk("plan.line.sent", 1));
			String reminder = words.desk("plan.before", words.desk("duration.seconds", 40));
			reads(page, "#timeline .due >> nth=0", reminder, words.desk("plan.line.toSend", 1));

			page.locator("#reminders").fill("2h, 15m");
			follow(page, page.locator("#what-if button"));
			reads(page, "#timeline", words.desk("plan.before", words.desk("duration.hours", 2)),
					words.desk("plan.before", words.desk("duration.minutes", 15)),
					words.desk("plan.line.calledOff", 1));
			page.locator("#reminders").fill("often");
			follow(page, page.locator("#what-if button"));
			reads(page, "#reminders-error", words.desk("whatIf.reminders.bad"));
			assertThat(page.locator("#reminders").inputValue()).isEqualTo("often");
			follow(page, page.locator("#what-if a[role=button]"));
			reads(page, "#timeline .due >> nth=0", reminder, words.desk("plan.line.toSend", 1));
			assertThat(inbox.to(email)).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 我们很想念您", "en, We did miss you" })
	void ownWordsAreSeenWhileTheyAreTypedAndTakenBackAgain(String language, String typed) {
		Words words = new Words(language);
		try (BrowserContext browser = operator(language, true)) {
			Page page = browser.newPage();
			List<String> blocked = new ArrayList<>();
			page.onConsoleMessage((message) -> {
				if (message.text().contains("Content Security Policy")) {
					blocked.add(message.text());
				}
			});
			page.navigate(at("/templates"));
			login(page);
			follow(page, page.locator("a[href$='/follow_up/" + language + "']"));
			Locator preview = page.frameLocator("iframe.preview").locator(".card");
			PlaywrightAssertions.assertThat(preview).hasCSS("background-color", "rgb(255, 255, 255)");
			String builtIn = page.locator("#subject").inputValue();
			page.locator("#body").fill(typed + " {{nme}}");
			reads(page, "#body-error", words.desk("template.bad.UNKNOWN", "nme"));
			page.locator("#body").fill(typed + " {{name}}");
			PlaywrightAssertions.assertThat(preview).containsText(typed + " Lin Yi");
			PlaywrightAssertions.assertThat(preview).hasCSS("background-color", "rgb(255, 255, 255)");
			PlaywrightAssertions.assertThat(page.locator("#body-error")).isHidden();
			page.locator("#subject").fill(typed + " {{number}}");
			follow(page, page.locator("form[hx-post] button").first());
			reads(page, "#content", words.desk("done.saved"), typed + " 1");
			page.locator("summary[role=button]").click();
			follow(page, page.locator("form[action$='/remove'] button"));
			reads(page, "#content", words.desk("done.removed"), words.desk("template.isBuiltIn"));
			assertThat(page.locator("#subject").inputValue()).isEqualTo(builtIn);
			assertThat(blocked).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN", "en" })
	void anAddressIsPutOnTheListAndLiftedWithoutAScript(String language) {
		Words words = new Words(language);
		String email = "stopped." + language.toLowerCase() + "@example.org";
		try (BrowserContext browser = operator(language, false)) {
			Page page = browser.newPage();
			page.navigate(at("/suppressions"));
			login(page);
			page.locator("#address").fill("nobody");
			page.locator("#reason").fill("asked by phone");
			enter(page, page.locator("form:has(#address) button"));
			reads(page, "#address-error", words.desk("suppression.address.bad"));
			assertThat(page.locator("#reason").inputValue()).isEqualTo("asked by phone");
			page.locator("#address").fill(email);
			enter(page, page.locator("form:has(#address) button"));
			reads(page, "#content", words.desk("done.added"), email, "asked by phone");
			page.locator("tr", new Page.LocatorOptions().setHasText(email)).locator("summary").press("Enter");
			enter(page, page.locator("form[action$='/lift'] button"));
			reads(page, "#content", words.desk("done.lifted"));

			page.navigate(at("/templates/follow_up/" + language));
			page.locator("#body").fill("Seen {{number}}");
			enter(page, page.locator("button[formaction$='/preview']"));
			PlaywrightAssertions.assertThat(page.locator("pre.mail")).containsText("Seen 1");
		}
	}

	/** With scripts the page counts down by itself, without them it is loaded again. */
	@ParameterizedTest
	@CsvSource({ "zh-CN, 换教室, false", "en, Another room, true" })
	void aMessageIsSeenSentAndTakenBackAndAllMailsArePausedForAMoment(String language, String subject,
			boolean scripts) {
		int number = number(language, 92);
		desk.announce(number, subject, "");
		String email = "message." + language.toLowerCase() + "@example.org";
		desk.signUp(number, "Reader", email, language);
		inbox.await(email, subject, SOON);
		Words words = new Words(language);
		try (BrowserContext browser = operator(language, scripts)) {
			Page page = browser.newPage();
			page.navigate(at("/plans/" + number));
			login(page);
			reads(page, "#mails", words.desk("kind.REMINDER"));
			enter(page, page.locator("a[href$='/messages/new?salon=" + number + "']"));
			page.locator("#body").fill("Dear {{name}}, room 2");
			enter(page, page.locator("#message > .actions button"));
			reads(page, "#subject-error", words.desk("template.bad.EMPTY"));
			page.locator("#subject").fill(subject + " 2");
			enter(page, page.locator("#message > .actions button"));
			reads(page, "#reach", words.desk("message.reach", 1));
			PlaywrightAssertions.assertThat(page.frameLocator("iframe.preview >> nth=0").locator("body"))
				.containsText("Dear Lin Yi, room 2");
			enter(page, page.locator("#send"));
			reads(page, "#state", words.desk("message.state.WAITING"));
			if (scripts) {
				String left = page.locator(".countdown").textContent();
				PlaywrightAssertions.assertThat(page.locator(".countdown")).not().hasText(left);
			}
			enter(page, page.locator("#undo"));
			reads(page, "#state", words.desk("message.state.UNDONE"));

			page.navigate(at(""));
			page.locator("#sending summary").press("Enter");
			enter(page, page.locator("#sending form button"));
			reads(page, "form.held", words.desk("sending.paused"));
			page.navigate(at("/suppressions"));
			reads(page, "form.held", words.desk("sending.paused"));
			enter(page, page.locator("form.held button"));
			reads(page, "#content", words.desk("done.sendingResumed"));
			assertThat(inbox.to(email)).noneMatch((mail) -> mail.subject().endsWith(subject + " 2"));
		}
	}

	@Test
	void aFormOfAnotherSiteDoesNothing() {
		String email = "forged@example.org";
		// The policy of the page it comes from would hold this form back: another's would
		// not.
		try (BrowserContext browser = chromium.browser()
			.newContext(new Browser.NewContextOptions().setLocale("en").setBypassCSP(true))) {
			Page page = browser.newPage();
			page.navigate(at("/suppressions"));
			login(page);
			for (String host : List.of("localhost", Chromium.MEETING_HOST)) {
				page.navigate(system.registration().replace("localhost", host));
				Response answer = page.waitForResponse("**/operator/mail/suppressions",
						() -> page.evaluate("([to, email]) => { const form = document.createElement('form');"
								+ " form.method = 'post'; form.action = to; for (const name of ['address', 'reason'])"
								+ " { const field = document.createElement('input'); field.name = name;"
								+ " field.value = email; form.append(field); } document.body.append(form);"
								+ " form.submit(); }", List.of(at("/suppressions"), email)));
				assertThat(answer.status()).as(host).isEqualTo(403);
				page.waitForLoadState();
				reads(page, "#content", new Words("en").desk("error.403"));
			}
			page.navigate(at("/suppressions?query=" + email));
			reads(page, "#content", new Words("en").desk("suppression.noneSuch"));
		}
	}

	private static String at(String path) {
		return system.notification() + "/operator/mail" + path;
	}

	private static BrowserContext operator(String language, boolean scripts) {
		return chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(360, 800)
				.setLocale(language)
				.setJavaScriptEnabled(scripts));
	}

	/** On the page that any page of the operator's leads to before. */
	private static void login(Page page) {
		page.locator("input[name=password]").fill(RunningSystem.PASSWORD);
		enter(page, page.locator("form:has(input[name=password]) button[type=submit]"));
	}

	/** By the keyboard: without scripts a browser does not say when a button rests. */
	private static void enter(Page page, Locator button) {
		page.waitForNavigation(() -> button.press("Enter"));
	}

	private static void follow(Page page, Locator link) {
		page.waitForNavigation(link::click);
	}

	private static void reads(Page page, String where, String... texts) {
		for (String text : texts) {
			PlaywrightAssertions.assertThat(page.locator(where))
				.containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis()));
		}
	}

}
