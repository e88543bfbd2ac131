package org.salon.e2e;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader looks something up in the archive, and watches a recording. */
@Order(2)
class ArchiveWalkIT extends Walk {

	private static final int SALON = 2390;

	private static final String SPEAKER = "C/D. Müller 100%";

	private static final String VIDEO = "https://www.bilibili.com/video/BV1uv411q7Mv";

	private static String archive;

	private BrowserContext context;

	private Page page;

	/** Whatever the browser wanted from others than the archive; nothing of it leaves. */
	private final List<String> elsewhere = new CopyOnWriteArrayList<>();

	@BeforeAll
	static void fill() {
		archive = system.archive() + "/archive";
		if (Http.get(archive + "/15").statusCode() == 404) {
			desk.importSample();
		}
		desk.announce(SALON, "Quantum walks 量子行走",
				", \"speakers\": [{\"name\": \"" + SPEAKER + "\", \"affiliation\": \"Walkers\"}]");
		desk.publishReplay(SALON, VIDEO);
		Awaitility.await("the replay in the archive")
			.atMost(SOON)
			.until(() -> Http.get(archive + "/" + SALON).statusCode() == 200);
	}

	@BeforeEach
	void open() {
		open(1280, true);
	}

	private void open(int width, boolean scripts) {
		this.context = chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(width, 800)
				.setLocale("en")
				.setJavaScriptEnabled(scripts));
		this.page = this.context.newPage();
		this.page.route((url) -> !url.startsWith(system.archive() + "/"), this::keep);
	}

	private void keep(Route route) {
		this.elsewhere.add(route.request().url());
		route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<p>Player</p>"));
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void findsWhileTyping() {
		visit("");
		Locator search = this.page.locator("#query");
		search.pressSequentially("quantum");
		assertThat(this.page.locator("#count")).hasText("1 salon");
		assertThat(rows()).hasCount(1);
		assertThat(this.page.locator("#results mark").first()).containsText("Quantum");
		assertThat(search).isFocused();
		assertThat(this.page).hasURL(archive + "?query=quantum");
		this.page.reload();
		assertThat(rows()).hasCount(1);
		assertThat(search).hasValue("quantum");
		search.fill("nothingatallhasthis");
		assertThat(this.page.locator("#results .nothing")).isVisible();
		search.fill("");
		assertThat(this.page.locator("#results .nothing")).hasCount(0);
		assertThat(this.page).hasURL(archive);
	}

	@Test
	void narrowsDownByFiltersThatAreTakenAwayAgain() {
		visit("");
		int all = count();
		this.page.locator("#tag").selectOption("项目实战");
		assertThat(this.page.locator("#results .chip")).hasCount(1);
		assertThat(rows()).hasCount(2);
		assertThat(this.page.locator("#tag")).hasValue("项目实战");
		this.page.locator("#replay").check();
		assertThat(this.page.locator("#results .chip")).hasCount(2);
		this.page.locator("#results .chip").first().click();
		this.page.locator("#results .chip").first().click();
		assertThat(this.page.locator("#results .chip")).hasCount(0);
		assertThat(count()).isEqualTo(all);
	}

	@Test
	void remembersTheViewThatWasChosen() {
		visit("");
		showsItsSalonsAs("table");
		this.page.locator(".views a").first().click();
		assertThat(this.page.locator(".views a").first()).hasAttribute("aria-current", "true");
		showsItsSalonsAs("block");
		visit("");
		showsItsSalonsAs("block");
		this.page.locator(".views a").last().click();
		assertThat(this.page.locator(".views a").last()).hasAttribute("aria-current", "true");
		showsItsSalonsAs("table");
	}

	@Test
	void loadsAPlayerOnceItIsPressed() {
		visit("/" + SALON);
		Locator button = this.page.locator(".players button");
		assertThat(button).isVisible();
		assertThat(this.page.locator("iframe")).hasCount(0);
		assertThat(this.elsewhere).isEmpty();
		button.focus();
		this.page.keyboard().press("Enter");
		assertThat(this.page.frameLocator(".players iframe").locator("p")).hasText("Player");
		assertThat(this.elsewhere).containsOnly("https://player.bilibili.com/player.html?autoplay=0&bvid=BV1uv411q7Mv");
		Locator frame = this.page.locator(".players iframe");
		assertThat(frame.getAttribute("sandbox")).contains("allow-scripts").doesNotContain("top-navigation");
		assertThat(frame.getAttribute("title")).isEqualTo("Replay");
	}

	@Test
	void goesFromASpeakerToTheSalonsAndBack() {
		visit("/" + SALON);
		this.page.locator("a", new Page.LocatorOptions().setHasText(SPEAKER)).click();
		this.page.waitForURL("**/archive/speakers/**");
		assertThat(this.page.locator("h1")).containsText(SPEAKER);
		assertThat(rows()).hasCount(1);
		this.page.locator(".crumbs a").last().click();
		this.page.waitForURL("**/archive/speakers");
		assertThat(this.page.locator(".names a", new Page.LocatorOptions().setHasText(SPEAKER))).isVisible();
	}

	@Test
	void reachesTheSearchByKeysAlone() {
		visit("");
		this.page.keyboard().press("Tab");
		assertThat(this.page.locator(".skip")).isFocused();
		this.page.keyboard().press("Enter");
		this.page.keyboard().press("Tab");
		assertThat(this.page.locator("#query")).isFocused();
		this.page.keyboard().type("quantum");
		this.page.keyboard().press("Enter");
		assertThat(rows()).hasCount(1);
		assertThat(this.page.locator("#query")).isFocused();
	}

	@Test
	void worksOnAPhoneWithoutScripts() {
		this.context.close();
		open(320, false);
		visit("");
		showsItsSalonsAs("block");
		this.page.locator("#query").fill("quantum");
		this.page.locator(".ask button").click();
		assertThat(this.page.locator("#count")).hasText("1 salon");
		assertThat(this.page).hasURL(archive + "?query=quantum");
		this.page.locator("#results h2 a").click();
		this.page.waitForURL("**/archive/" + SALON);
		assertThat(this.page.locator(".players button")).isHidden();
		assertThat(this.page.locator(".players figcaption a")).hasAttribute("href", VIDEO);
		assertThat(this.elsewhere).isEmpty();
	}

	@Test
	void fitsTheSmallestScreenInEveryView() {
		this.context.close();
		open(320, true);
		for (String path : List.of("", "?view=table", "?view=cards", "/15", "/" + SALON, "/tags", "/speakers",
				"/series", "/tags/nosuch")) {
			this.page.navigate(archive + path);
			assertThat((Boolean) this.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
				.as(path)
				.isTrue();
		}
	}

	private void visit(String path) {
		Response response = this.page.navigate(archive + path);
		assertThat(response.status()).isEqualTo(200);
	}

	private Locator rows() {
		return this.page.locator(".salons tbody tr");
	}

	private int count() {
		return Integer.parseInt(this.page.locator("#count").innerText().replaceAll("\\D", ""));
	}

	/** Once the list is there, and its styles. */
	private void showsItsSalonsAs(String display) {
		assertThat(this.page.locator(".salons")).hasCSS("display", display);
	}

}
