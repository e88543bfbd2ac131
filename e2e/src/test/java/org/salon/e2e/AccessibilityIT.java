package org.salon.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
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

	private static final String RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', "
			+ "'best-practice']}";

	private static final String AXE = script();

	private static RunningSystem system;

	private static Chromium chromium;

	@BeforeAll
	static void start() throws IOException {
		system = SharedSystem.get();
		chromium = new Chromium();
		if (Http.get(system.registration() + "/salons/44").statusCode() == 404) {
			importInvitation();
		}
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
		try (BrowserContext context = chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(width, 800)
				.setLocale(language)
				.setColorScheme(scheme)
				.setBypassCSP(true))) {
			Page page = context.newPage();
			for (String address : publicPages()) {
				page.navigate(address);
				violations.addAll(violations(page));
			}
			violations.addAll(ofRefusedForm(page));
			login(page);
			for (String path : List.of("", "/salons", "/salons/44", "/salons/44/edit", "/salons/new", "/import",
					"/dead-letters")) {
				page.navigate(system.registration() + "/operator" + path);
				violations.addAll(violations(page));
			}
		}
		assertThat(violations).isEmpty();
	}

	@Test
	void findsWhatIsWrong() {
		try (BrowserContext context = chromium.browser().newContext()) {
			Page page = context.newPage();
			page.setContent("<html><body><img src='x.png'><input></body></html>");
			assertThat(violations(page)).anyMatch((one) -> one.contains("image-alt"))
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
		return violations(page);
	}

	private static void login(Page page) {
		page.navigate(system.registration() + "/operator/login");
		page.locator("input[name=username]").fill("operator");
		page.locator("input[name=password]").fill(RunningSystem.PASSWORD);
		page.locator("form:has(input[name=password]) button[type=submit]").click();
		page.waitForLoadState();
	}

	private static List<String> violations(Page page) {
		page.evaluate(AXE);
		page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)");
		Object found = page.evaluate("async () => (await axe.run(document, " + RULES + ")).violations"
				+ ".flatMap((one) => one.nodes.map((node) => one.id + ' ' + node.html.slice(0, 160)"
				+ " + ' ' + node.failureSummary))");
		List<String> violations = new ArrayList<>(
				((List<?>) found).stream().map((one) -> page.url() + " " + one).toList());
		if (Boolean.FALSE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
			violations.add(page.url() + " is wider than the window");
		}
		return violations;
	}

	private static void importInvitation() throws IOException {
		String markdown = Files.readString(Path.of("../registration-service/src/main/resources/invitations/sample.md"));
		HttpResponse<String> answer = Http.operator("POST", system.registration()
				+ "/api/invitations?dryRun=false&announce=true&date=" + LocalDate.now().plusDays(7),
				"text/markdown; charset=UTF-8", markdown);
		assertThat(answer.statusCode()).isEqualTo(200);
		Awaitility.await("the past salons in the archive")
			.atMost(Duration.ofSeconds(20))
			.until(() -> Http.get(system.archive() + "/archive/15").statusCode() == 200);
	}

	private static String script() {
		try (InputStream in = Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"),
				"axe-core is missing")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
