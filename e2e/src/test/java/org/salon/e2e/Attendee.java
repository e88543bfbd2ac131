package org.salon.e2e;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Someone with a small phone and a mailbox, who reads one language and lives far away.
 */
final class Attendee implements AutoCloseable {

	/** Where they live: not where the salons are. */
	static final ZoneId HOME = ZoneId.of("America/New_York");

	private static final Duration SOON = Duration.ofSeconds(20);

	private final String site;

	private final Inbox inbox;

	private final String language;

	private final String name;

	private final Words words;

	private final BrowserContext phone;

	private final Page page;

	Attendee(Chromium chromium, RunningSystem system, String language, String name) {
		this.site = system.registration();
		this.inbox = new Inbox(system.inbox());
		this.language = language;
		this.name = name;
		this.words = new Words(language);
		this.phone = chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(360, 800)
				.setLocale(language)
				.setTimezoneId(HOME.getId()));
		this.page = this.phone.newPage();
	}

	Page page() {
		return this.page;
	}

	Words words() {
		return this.words;
	}

	String name() {
		return this.name;
	}

	/** Of their own in each language. */
	String email() {
		return this.name.toLowerCase(Locale.ROOT) + "." + this.language.toLowerCase(Locale.ROOT) + "@example.org";
	}

	/** Follows a link from outside, or a path of the site. */
	void open(String address) {
		assertThat(visit(address)).as(address).isEqualTo(200);
		assertThat(this.page.locator("html").getAttribute("lang")).isEqualTo(this.language);
	}

	/** The status that the address answers with, whichever it is. */
	int visit(String address) {
		Response response = this.page.navigate(address.startsWith("/") ? this.site + address : address);
		return response.status();
	}

	/** Goes where something on the page leads, and waits until that is there. */
	void follow(Locator link) {
		this.page.waitForNavigation(link::click);
	}

	/** Presses the button of the form that is sent to such a path. */
	void press(String path) {
		follow(this.page.locator("form[action*='" + path + "'] button[type=submit]").first());
	}

	void fill(String field, String value) {
		this.page.locator("[name='" + field + "']").fill(value);
	}

	/** Fills in name and address on the invitation. */
	void introduce(int salon) {
		open("/salons/" + salon);
		fill("name", this.name);
		fill("email", email());
	}

	/** Signs up by the form that asks for no more than name and address. */
	void signUp(int salon) {
		introduce(salon);
		press("/registrations");
	}

	/** The page says so, in the attendee's language. */
	void reads(String key, Object... arguments) {
		readsText(this.words.page(key, arguments));
	}

	void readsText(String text) {
		PlaywrightAssertions.assertThat(this.page.locator("#content")).containsText(text);
	}

	void doesNotRead(String text) {
		PlaywrightAssertions.assertThat(this.page.locator("#content")).not().containsText(text);
	}

	/** The error beside a field, which programs that read aloud find by the field. */
	String errorBeside(String field) {
		Locator input = this.page.locator("[name='" + field + "']").first();
		assertThat(input.getAttribute("aria-invalid")).as(field).isEqualTo("true");
		return this.page.locator("[id='" + input.getAttribute("aria-describedby") + "']").innerText();
	}

	/** Waits for the mail whose subject is such, in the attendee's language. */
	Inbox.Mail mail(String key, Object... arguments) {
		return this.inbox.await(email(), this.words.mail(key, arguments), SOON);
	}

	List<Inbox.Mail> mails() {
		return this.inbox.to(email());
	}

	@Override
	public void close() {
		this.phone.close();
	}

}
