package org.salon.e2e;

import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A helper at the door gets an account, uses it, and loses it. */
@Order(2)
class AccountsWalkIT extends Walk {

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void aHelperChecksPeopleInDoesNothingElseAndIsOutWhenDisabled(String language) {
		int number = number(language, 97);
		desk.announce(number, "Door", Instant.now().plus(Duration.ofMinutes(30)), Duration.ofHours(2), "");
		desk.signUp(number, "Guest", "guest." + language.toLowerCase() + "@example.org", language);
		String helper = "helper." + language.toLowerCase() + "@example.org";
		String reader = "reader." + language.toLowerCase() + "@example.org";
		Words words = new Words(language);
		try (BrowserContext office = browser(language);
				BrowserContext door = browser(language);
				BrowserContext desk = browser(language)) {
			Page organiser = office.newPage();
			organiser.navigate(at("/operator/accounts"));
			login(organiser, "operator", RunningSystem.PASSWORD);
			String password = add(organiser, helper, "DOOR");
			Page reading = desk.newPage();
			reading.navigate(mails());
			login(reading, reader, add(organiser, reader, "READER"));
			assertThat(reading.url()).isEqualTo(mails());
			reads(reading, "#content", words.desk("section.overview"));

			Page helping = door.newPage();
			helping.navigate(at("/operator/login"));
			login(helping, helper, password);
			assertThat(helping.url()).isEqualTo(at("/operator/salons"));
			follow(helping, helping.locator("a[href$='/" + number + "/door']"));
			helping.locator(".tick li", new Page.LocatorOptions().setHasText("Guest")).locator("button").click();
			helping.locator(".tick li.here").waitFor();
			assertThat(Walk.desk.came(number)).isEqualTo(1);
			assertThat(helping.navigate(at("/operator/accounts")).status()).isEqualTo(403);
			reads(helping, "#content", words.page("refused.role.DOOR"));
			assertThat(helping.navigate(mails()).status()).isEqualTo(403);
			reads(helping, "#content", words.desk("error.role.DOOR"));

			organiser.navigate(at("/operator/audit?person=" + helper));
			reads(organiser, ".audit",
					words.page("audit.did.POST.salons.number.door.id.action", Integer.toString(number)),
					words.page("audit.outcome.refused"), "notification-service", words.page("audit.did.POST.login"));

			organiser.navigate(at("/operator/accounts"));
			for (String name : new String[] { helper, reader }) {
				follow(organiser, organiser.locator(".account", new Page.LocatorOptions().setHasText(name))
					.locator("form[action$='/disable'] button"));
			}
			helping.navigate(at("/operator/salons"));
			assertThat(helping.url()).contains("/operator/login");
			Awaitility.await("out in notification-service too").atMost(SOON).until(() -> {
				reading.navigate(mails());
				return reading.url().contains("/operator/login");
			});
		}
	}

	private static String add(Page organiser, String name, String role) {
		organiser.locator("#name").fill(name);
		organiser.locator("#role").selectOption(role);
		follow(organiser, organiser.locator("form:has(#name) button"));
		return organiser.locator(".secret code").textContent();
	}

	private static void login(Page page, String user, String password) {
		page.locator("#username").fill(user);
		page.locator("#password").fill(password);
		follow(page, page.locator("form:has(#password) button[type=submit]"));
	}

	private static void follow(Page page, Locator link) {
		page.waitForNavigation(link::click);
	}

	private static void reads(Page page, String where, String... texts) {
		for (String text : texts) {
			PlaywrightAssertions.assertThat(page.locator(where)).containsText(text);
		}
	}

	private static String at(String path) {
		return system.registration() + path;
	}

	private static String mails() {
		return system.notification() + "/operator/mail";
	}

	private static BrowserContext browser(String language) {
		return chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(360, 800).setLocale(language));
	}

}
