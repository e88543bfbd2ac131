package org.salon.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader of the archive's static site, which stands on a server of somebody else. */
@Order(2)
class StaticSiteWalkIT extends Walk {

	private static final int SALON = 391;

	private static final String SPEAKER = "E/F. Noël 50%";

	private static final Map<String, HostedSite> SITES = new TreeMap<>();

	private BrowserContext context;

	private Page page;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	/** Whatever the browser wanted from others; nothing of it leaves. */
	private final List<String> elsewhere = new CopyOnWriteArrayList<>();

	@BeforeAll
	static void host(@TempDir Path folder) {
		if (Http.get(system.archive() + "/archive/15").statusCode() == 404) {
			desk.importSample();
		}
		desk.announce(SALON, "Static walks 静态漫步", ", \"speakers\": [{\"name\": \"" + SPEAKER + "\"}]");
		desk.publishReplay(SALON, "https://www.bilibili.com/video/BV1uv411q7Mv");
		Awaitility.await("the replay in the archive")
			.atMost(SOON)
			.until(() -> Http.get(system.archive() + "/archive/" + SALON).statusCode() == 200);
		for (String language : List.of("zh-CN", "en")) {
			Path zip = folder.resolve(language + ".zip");
			Http.operatorFile(system.archive() + "/api/archive/site.zip?lang=" + language, zip);
			SITES.put(language, new HostedSite(zip));
		}
	}

	@AfterAll
	static void close() {
		SITES.values().forEach(HostedSite::close);
		SITES.clear();
	}

	@BeforeEach
	void open() {
		// Readers of whatever language: the site has but one.
		this.context = chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("fr"));
		this.page = this.context.newPage();
		this.page.onResponse(this::note);
		this.page.onRequestFailed((request) -> this.complaints.add("failed " + request.url()));
		this.page.onConsoleMessage((message) -> {
			if (List.of("error", "warning").contains(message.type())) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.route((url) -> SITES.values().stream().noneMatch((site) -> url.startsWith(site.address())),
				this::keep);
	}

	private void note(Response response) {
		if (response.status() >= 400) {
			this.complaints.add(response.status() + " " + response.url());
		}
	}

	private void keep(Route route) {
		Request request = route.request();
		this.elsewhere.add(request.url());
		route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<p>Player</p>"));
	}

	@AfterEach
	void leave() {
		this.context.close();
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 往期沙龙回顾", "en, Past salons" })
	void isReadFromPageToPageInItsLanguageWithoutTheService(String language, String heading) {
		visit(language, "");
		assertThat(this.page.locator("html")).hasAttribute("lang", language);
		assertThat(this.page.locator("h1")).hasText(heading);
		follow(".salons th a[href='" + SALON + "/index.html']");
		assertThat(this.page.locator("h1")).hasText("Static walks 静态漫步");
		follow("a:has-text('" + SPEAKER + "')");
		assertThat(this.page.locator("h1")).containsText(SPEAKER);
		assertThat(this.page.locator(".salons tbody tr")).hasCount(1);
		follow(".crumbs a >> nth=0");
		follow(".salons .tag >> nth=0");
		assertThat(this.page.locator("h1")).containsText(this.page.locator(".salons .tag").first().innerText());
		follow("footer nav a >> nth=0");
		assertThat(this.page.locator(".names a").first()).isVisible();
		assertThat(this.page.locator("html")).hasAttribute("lang", language);
		assertThat(this.complaints).isEmpty();
		assertThat(this.elsewhere).isEmpty();
	}

	@Test
	void looksAsTheArchiveDoes() {
		visit("en", "15/index.html");
		Object hosted = looks();
		this.page.unrouteAll();
		this.page.navigate(system.archive() + "/archive/15?lang=en");
		assertThat(hosted).isEqualTo(looks());
	}

	@Test
	void offersNothingThatOnlyTheServiceCanDo() {
		for (String path : List.of("", "15/index.html", "tags/index.html")) {
			visit("en", path);
			assertThat(this.page.locator("form, input, select, .views, .languages, [hx-get]")).hasCount(0);
		}
		assertThat(this.page.locator("script[src*='htmx']")).hasCount(0);
	}

	@Test
	void loadsAPlayerOnceItIsPressed() {
		visit("en", SALON + "/index.html");
		Locator button = this.page.locator(".players button");
		assertThat(button).isVisible();
		assertThat(this.elsewhere).isEmpty();
		button.click();
		assertThat(this.page.frameLocator(".players iframe").locator("p")).hasText("Player");
		assertThat(this.elsewhere).containsOnly("https://player.bilibili.com/player.html?autoplay=0&bvid=BV1uv411q7Mv");
		assertThat(this.complaints).isEmpty();
	}

	private void visit(String language, String path) {
		Response response = this.page.navigate(SITES.get(language).address() + path);
		assertThat(response.status()).isEqualTo(200);
	}

	private void follow(String link) {
		this.page.waitForNavigation(() -> this.page.locator(link).first().click());
	}

	/** How what a reader sees first is drawn. */
	private Object looks() {
		return this.page.evaluate("""
				['body', 'h1', '.brand', '.go', 'footer a'].map((one) => {
					const style = getComputedStyle(document.querySelector(one));
					return [one, style.color, style.backgroundColor, style.fontSize, style.padding].join(' ');
				})""");
	}

}
