package org.salon.e2e;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
	@ValueSource(strings = { "zh-CN", "en" })
	void noPageHasViolation(String language) {
		try (Inspection inspection = new Inspection(chromium, language)) {
			publicPages().forEach(inspection::look);
			inspection.page().navigate(system.registration() + "/salons/44");
			if (inspection.page().locator("#sign-up").count() > 0) {
				inspection.page().locator("input[name=email]").fill("lin@gamil.com");
				inspection.press("#sign-up button[type=submit]");
			}
			login(inspection.page());
			for (String path : List.of("", "/salons", "/salons/44", "/salons/44/edit", "/salons/44/invitation",
					"/salons/15", "/salons/15/correct", "/salons/new", "/salons/44/timeline", "/salons/44/charts",
					"/charts", "/series", "/import", "/links", "/dead-letters")) {
				inspection.look(system.registration() + "/operator" + path);
			}
			lookAtPeople(inspection);
			lookAtTheWayBack(inspection);
			assertThat(inspection.violations()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void noPageOfMailsHasViolation(String language) {
		String desk = system.notification() + "/operator/mail";
		try (Inspection inspection = new Inspection(chromium, language)) {
			login(inspection.page());
			for (String path : List.of("", "/plans/44", "/plans/44?at=soon&reminders=often", "/plans/44?reminders=2h",
					"/plans/999999", "/templates", "/templates/reminder/" + language, "/suppressions",
					"/suppressions?query=none", "/deliveries", "/deliveries?salon=x", "/channels", "/channels/dingtalk",
					"/channels/webhook?since=" + LocalDate.now().minusDays(1) + "T00:00", "/sender")) {
				inspection.look(desk + path);
			}
			inspection.page().navigate(desk + "/deliveries");
			inspection.press("tbody tr:first-child td:first-child a");
			inspection.page().navigate(desk + "/suppressions");
			inspection.press("form[method=post]:has(#address) button");
			inspection.page().navigate(desk + "/templates/reminder/" + language);
			inspection.page().locator("#subject").fill("{{nothing}}");
			inspection.press("button[formaction$='/test']");
			assertThat(inspection.violations()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void noPageBehindALinkHasViolation(String language) {
		try (Inspection inspection = new Inspection(chromium, language)) {
			links.pages().forEach(inspection::look);
			inspection.page().navigate(links.withQuestions());
			inspection.press("#sign-up button[type=submit]");
			inspection.page().navigate(links.feedback());
			inspection.press("form button[type=submit]");
			inspection.page().navigate(links.unsubscribe());
			inspection.press("form button[type=submit]");
			inspection.press("form[action$='/undo'] button[type=submit]");
			assertThat(inspection.violations()).isEmpty();
		}
	}

	@Test
	void findsWhatIsWrong() {
		try (Inspection inspection = new Inspection(chromium, "en")) {
			inspection.page().setContent("""
					<html><head><style>@media (prefers-color-scheme: dark) { body { background: black } }</style></head>
					<body><img src='x.png'><input><p style='color: #222'>Not to be read in the dark</p>
					<p style='width: 2000px'>Wide</p></body></html>""");
			inspection.look();
			assertThat(inspection.violations()).anyMatch((one) -> one.contains("image-alt"))
				.anyMatch((one) -> one.contains("label"))
				.anyMatch((one) -> one.startsWith("DARK") && one.contains("color-contrast"))
				.noneMatch((one) -> one.startsWith("LIGHT") && one.contains("color-contrast"))
				.anyMatch((one) -> one.endsWith("is wider than a phone"));
		}
	}

	private static List<String> publicPages() {
		String site = system.registration();
		String archive = system.archive() + "/archive";
		return List.of(site + "/", site + "/salons/44", site + "/salons/15", site + "/salons/44/thanks",
				site + "/salons/44/thanks?place=WAITLISTED", site + "/salons/44/thanks?place=PENDING",
				site + "/nothing-here", site + "/operator/login", archive + "?size=9", archive + "?view=table&size=9",
				archive + "?query=nothing-has-it", archive + "/15", archive + "/999998", archive + "/tags",
				archive + "/speakers");
	}

	/** Those of the salons that pages behind links need. */
	private static void lookAtPeople(Inspection inspection) {
		String operator = system.registration() + "/operator";
		for (String path : List.of("/salons/44/people", "/salons/900/people?q=nobody-has-it", "/salons/900/people",
				"/salons/904/door", "/salons/44/people/add", "/salons/44/door", "/members?q=nobody-has-it",
				"/subscribers/import", "/members")) {
			inspection.look(operator + path);
		}
		inspection.press("#people li:first-child .who a");
		inspection.press("a[href$='/erase']");
		inspection.page().navigate(operator + "/members?q=guest@axe");
		inspection.press("#people li:first-child .who a");
		inspection.page().locator("#other").fill("gone@axe.example.org");
		inspection.press("form[action$='/merge'] button");
		inspection.page().navigate(operator + "/salons/900/people?status=REGISTERED");
		inspection.press("#people li:first-child .who a");
		inspection.press("a[href$='/remove']");
		inspection.page().navigate(operator + "/subscribers/import");
		inspection.page()
			.locator("#text")
			.fill("email,consent_date,consent_source\na@example.org,2025-01-01,fair\nb,,");
		inspection.press("form[enctype] button");
	}

	/** Of a form that is sent when the session is over. */
	private static void lookAtTheWayBack(Inspection inspection) {
		Page page = inspection.page();
		page.navigate(system.registration() + "/operator/import");
		page.locator("#markdown").fill("A text of some length");
		page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("salon-operator"));
		inspection.press("button[value=preview]");
		page.locator("input[name=password]").fill(RunningSystem.PASSWORD);
		inspection.press("form:has(input[name=password]) button[type=submit]");
		inspection.press("form[action='/operator/import'] button");
		assertThat(page.locator("#markdown").inputValue()).isEqualTo("A text of some length");
	}

	private static void login(Page page) {
		page.navigate(system.registration() + "/operator/login");
		page.locator("input[name=username]").fill("operator");
		page.locator("input[name=password]").fill(RunningSystem.PASSWORD);
		page.locator("form:has(input[name=password]) button[type=submit]").click();
		page.waitForLoadState();
	}

}
