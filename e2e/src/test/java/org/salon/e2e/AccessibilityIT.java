package org.salon.e2e;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * axe-core finds nothing against WCAG 2.2 AA on any page, as wide as a phone and a desk,
 * in each language, light and dark.
 */
@Order(3)
class AccessibilityIT {

	private static RunningSystem system;

	private static Chromium chromium;

	private static PagesBehindLinks links;

	@BeforeAll
	static void start() {
		system = SharedSystem.get();
		chromium = new Chromium();
		if (Http.get(system.registration() + "/salons/44").statusCode() == 404) {
			new Desk(system).importSample();
		}
		links = new PagesBehindLinks(system, chromium);
	}

	@AfterAll
	static void stop() {
		if (chromium != null) {
			chromium.close();
		}
		SharedSystem.close();
	}

	@ParameterizedTest
	@CsvSource({ "360, zh-CN, LIGHT", "360, zh-CN, DARK", "360, en, LIGHT", "360, en, DARK", "1280, zh-CN, LIGHT",
			"1280, zh-CN, DARK", "1280, en, LIGHT", "1280, en, DARK" })
	void noPageHasViolation(int width, String language, ColorScheme scheme) {
		List<String> violations = new ArrayList<>();
		try (BrowserContext context = context(width, language, scheme)) {
			Page page = context.newPage();
			for (String address : publicPages()) {
				page.navigate(address);
				violations.addAll(Axe.violations(page));
			}
			violations.addAll(ofRefusedForm(page));
			login(page);
			for (String path : List.of("", "/salons", "/salons/44", "/salons/44/edit", "/salons/new", "/import",
					"/dead-letters")) {
				page.navigate(system.registration() + "/operator" + path);
				violations.addAll(Axe.violations(page));
			}
		}
		assertThat(violations).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "360, zh-CN, LIGHT", "360, zh-CN, DARK", "360, en, LIGHT", "360, en, DARK", "1280, zh-CN, LIGHT",
			"1280, zh-CN, DARK", "1280, en, LIGHT", "1280, en, DARK" })
	void noPageOfMailsHasViolation(int width, String language, ColorScheme scheme) {
		List<String> violations = new ArrayList<>();
		try (BrowserContext context = context(width, language, scheme)) {
			Page page = context.newPage();
			for (String path : List.of("", "/plans/44", "/plans/44?at=soon&reminders=often", "/plans/44?reminders=2h",
					"/plans/999999", "/templates", "/templates/reminder/" + language, "/suppressions",
					"/suppressions?query=none", "/deliveries", "/deliveries?salon=x", "/channels", "/channels/dingtalk",
					"/channels/webhook?since=" + LocalDate.now().minusDays(1) + "T00:00", "/sender")) {
				page.navigate(system.notification() + "/operator/mail" + path);
				violations.addAll(Axe.violations(page));
			}
			page.navigate(system.notification() + "/operator/mail/deliveries");
			violations.addAll(afterPressing(page, "tbody tr:first-child td:first-child a"));
			page.navigate(system.notification() + "/operator/mail/suppressions");
			violations.addAll(afterPressing(page, "form[method=post]:has(#address) button"));
			page.navigate(system.notification() + "/operator/mail/templates/reminder/" + language);
			page.locator("#subject").fill("{{nothing}}");
			violations.addAll(afterPressing(page, "button[formaction$='/test']"));
		}
		assertThat(violations).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK" })
	void noPageBehindALinkHasViolation(String language, ColorScheme scheme) {
		List<String> violations = new ArrayList<>();
		try (BrowserContext context = context(360, language, scheme)) {
			Page page = context.newPage();
			for (String address : links.pages()) {
				page.navigate(address);
				violations.addAll(Axe.violations(page));
			}
			page.navigate(links.withQuestions());
			violations.addAll(afterPressing(page, "#sign-up button[type=submit]"));
			page.navigate(links.feedback());
			violations.addAll(afterPressing(page, "form button[type=submit]"));
			page.navigate(links.unsubscribe());
			violations.addAll(afterPressing(page, "form button[type=submit]"));
			violations.addAll(afterPressing(page, "form[action$='/undo'] button[type=submit]"));
		}
		assertThat(violations).isEmpty();
	}

	@Test
	void findsWhatIsWrong() {
		try (BrowserContext context = chromium.browser().newContext()) {
			Page page = context.newPage();
			page.setContent("<html><body><img src='x.png'><input></body></html>");
			assertThat(Axe.violations(page)).anyMatch((one) -> one.contains("image-alt"))
				.anyMatch((one) -> one.contains("label"));
		}
	}

	private static List<String> publicPages() {
		String site = system.registration();
		return List.of(site + "/", site + "/salons/44", site + "/salons/15", site + "/salons/44/thanks",
				site + "/salons/44/thanks?place=WAITLISTED", site + "/salons/44/thanks?place=PENDING",
				site + "/nothing-here", site + "/operator/login", system.archive() + "/archive",
				system.archive() + "/archive?query=nothing-has-it", system.archive() + "/archive/15",
				system.archive() + "/archive/999998");
	}

	private static List<String> ofRefusedForm(Page page) {
		page.navigate(system.registration() + "/salons/44");
		if (page.locator("#sign-up").count() == 0) {
			return List.of();
		}
		page.locator("input[name=email]").fill("lin@gamil.com");
		page.locator("#sign-up button[type=submit]").click();
		page.waitForLoadState();
		return Axe.violations(page);
	}

	private static List<String> afterPressing(Page page, String button) {
		page.waitForNavigation(() -> page.locator(button).click());
		return Axe.violations(page);
	}

	private static BrowserContext context(int width, String language, ColorScheme scheme) {
		return chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(width, 800)
				.setLocale(language)
				.setColorScheme(scheme)
				.setHttpCredentials("operator", RunningSystem.PASSWORD)
				.setBypassCSP(true));
	}

	private static void login(Page page) {
		page.navigate(system.registration() + "/operator/login");
		page.locator("input[name=username]").fill("operator");
		page.locator("input[name=password]").fill(RunningSystem.PASSWORD);
		page.locator("form:has(input[name=password]) button[type=submit]").click();
		page.waitForLoadState();
	}

}
