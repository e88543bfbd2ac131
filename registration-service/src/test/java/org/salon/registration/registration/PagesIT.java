package org.salon.registration.registration;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.DomainEvent;
import org.salon.events.link.LinkPurpose;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.Preferences;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class PagesIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	private Site.Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = this.site.browser();
	}

	@Test
	void takesFormAndThanks() {
		int salon = this.site.announced("");
		this.browser.get("/salons/" + salon).expect(200);
		Site.Answer sent = this.browser.submit("/salons/" + salon + "/registrations", Map.of("name", "José 👩‍👩‍👧",
				"email", "form" + salon + "+tag@example.org", "role", "admin", "locale", "en"));
		assertThat(sent.expect(302).header("Location")).endsWith("/salons/" + salon + "/thanks?place=REGISTERED");
		assertThat(this.browser.get("/salons/" + salon + "/thanks?place=REGISTERED").text()).contains("You are in");
		assertThat(registrationFor(salon).name()).isEqualTo("José 👩‍👩‍👧");
	}

	@Test
	void showsErrorsBesideFieldsAndLosesNothing() {
		int salon = this.site.announced("");
		this.browser.get("/salons/" + salon);
		Site.Answer answer = this.browser.submit("/salons/" + salon + "/registrations",
				Map.of("name", "<script>alert(1)</script>", "email", "wrong@", "note", "${7*7} [[${7*7}]]"));
		assertThat(answer.expect(422).text())
			.contains("id=\"email-error\"", "value=\"wrong@\"", "&lt;script&gt;alert(1)", "${7*7} [[${7*7}]]")
			.doesNotContain("<script>alert");
		Site.Answer repeated = this.browser.submit("/salons/" + salon + "/registrations",
				Map.of("name", "a&name=b", "email", "x@example.org"));
		assertThat(repeated.status()).isEqualTo(302);
	}

	@Test
	void refusesFormWithoutToken() {
		int salon = this.site.announced("");
		this.browser.submitRaw("/salons/" + salon + "/registrations", "name=A&email=a@example.org").expect(403);
		assertThat(this.site.attendees(salon).path("total").asInt(-1)).isZero();
	}

	@Test
	void thanksProgramThatFillsTrapAndForgetsIt() {
		int salon = this.site.announced("");
		this.browser.get("/salons/" + salon);
		this.browser
			.submit("/salons/" + salon + "/registrations",
					Map.of("name", "Bot", "email", "bot@example.org", "website", "https://example.org"))
			.expect(302);
		assertThat(this.site.attendees(salon).path("total").asInt(-1)).isZero();
	}

	@Test
	void givesPlaceBackByOwnPageAndTakesItAgain() {
		int salon = this.site.announced("\"capacity\": 1, \"joinText\": \"Group 77\"");
		this.site.signUp(salon, "Owner", "owner" + salon + "@example.org").expect(201);
		RegistrationState first = registrationFor(salon);
		this.site.signUp(salon, "Waiting", "waiting" + salon + "@example.org").expect(201);
		String path = "/registrations/" + Tokens.registration(first.registrationId());
		assertThat(this.browser.get(path).expect(200).text())
			.contains("You have a place", "How to join", "Shown here from")
			.doesNotContain("Group 77");
		assertThat(this.site.page("/salons/" + salon, "en").text()).doesNotContain("Group 77");
		assertThat(this.site.attendees(salon).path("items").path(0).path("status").asString(""))
			.isEqualTo("REGISTERED");
		this.browser.submit(path + "/cancel", Map.of()).expect(302);
		this.published.await("the promotion of the next in line", (event) -> event instanceof WaitlistPromoted promoted
				&& promoted.registration().salonNumber() == salon);
		assertThat(this.browser.get(path).text()).contains("You have no place").doesNotContain("Group 77");
		this.browser.submit(path + "/register", Map.of()).expect(302);
		assertThat(this.browser.get(path).text()).contains("You are number 1 in line");
	}

	@Test
	void refusesLinksThatAreNotOurs() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Link", "link" + salon + "@example.org").expect(201);
		RegistrationState registration = registrationFor(salon);
		UUID id = registration.registrationId();
		String good = Tokens.registration(id);
		this.site.page("/registrations/" + good, "en").expect(200);
		this.site.page("/registrations/" + (good.startsWith("A") ? "B" : "A") + good.substring(1), "en").expect(404);
		this.site.page("/registrations/" + Tokens.sign(LinkPurpose.REGISTRATION, id, -1), "en").expect(410);
		this.site.page("/registrations/" + Tokens.registration(UUID.randomUUID()), "en").expect(404);
		this.site.page("/preferences/" + good, "en").expect(404);
		String cancel = "/registrations/" + Tokens.sign(LinkPurpose.REGISTRATION, id, -1) + "/cancel";
		this.site.send(this.site.request(cancel).POST(BodyPublishers.noBody())).expect(410);
	}

	@Test
	void unsubscribesInOneClickAndKeepsPlace() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Quiet", "quiet" + salon + "@example.org").expect(201);
		UUID member = registrationFor(salon).memberId();
		String path = "/unsubscribe/" + Tokens.sign(LinkPurpose.UNSUBSCRIBE, member, 30);
		this.browser.get(path).expect(200);
		assertThat(this.published.matching(preferencesOf(member))).isEmpty();
		this.site
			.send(this.site.request(path)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")))
			.expect(200);
		Published.Event event = this.published.await("the unsubscription", preferencesOf(member));
		assertThat(((MemberPreferencesChanged) event.data()).member().preferences()).isEqualTo(Preferences.NONE);
		assertThat(this.site.attendees(salon).path("items").path(0).path("status").asString(""))
			.isEqualTo("REGISTERED");
		String preferences = "/preferences/" + Tokens.sign(LinkPurpose.PREFERENCES, member, 30);
		this.browser.get(preferences).expect(200);
		this.browser.submit(preferences, Map.of("announcements", "true", "locale", "en")).expect(302);
		Published.Event chosen = this.published.await("the choice", (data) -> preferencesOf(member).test(data)
				&& ((MemberPreferencesChanged) data).member().preferences().announcements());
		assertThat(chosen.version()).isEqualTo(event.version() + 1);
	}

	@Test
	void speaksReadersLanguage() {
		assertThat(this.site.page("/", "zh-CN").text()).contains("近期沙龙", "lang=\"zh-CN\"");
		assertThat(this.site.page("/", "fr;q=0.9, en;q=0.5").text()).contains("Coming salons");
		assertThat(this.site.page("/", "fr").text()).contains("近期沙龙");
		assertThat(this.site.page("/?lang=en", "zh-CN").text()).contains("Coming salons");
		assertThat(this.site.page("/nothing-here", "zh-CN").expect(404).text()).contains("页面不存在");
		assertThat(this.site.get("/nothing-here").expect(404).header("Content-Type"))
			.startsWith("application/problem+json");
	}

	@Test
	void sendsStrictHeaders() {
		Site.Answer answer = this.site.page("/", "en");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.text()).doesNotContain(" style=\"").doesNotContain("onclick");
	}

	private RegistrationState registrationFor(int salon) {
		Published.Event event = this.published.await("the registration",
				(data) -> data instanceof RegistrationEvent registration
						&& registration.registration().salonNumber() == salon);
		return ((RegistrationEvent) event.data()).registration();
	}

	private static Predicate<DomainEvent> preferencesOf(UUID member) {
		return (data) -> data instanceof MemberPreferencesChanged changed && changed.member().memberId().equals(member);
	}

}
