package org.salon.registration.member;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.DomainEvent;
import org.salon.events.link.LinkPurpose;
import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.Preferences;
import org.salon.events.member.SubscriptionRequested;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.registration.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class SubscriptionIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Subscriptions subscriptions;

	private Site.Browser browser;

	private String email;

	@BeforeEach
	void openBrowser() {
		this.browser = this.site.browser();
		this.email = "sub-" + UUID.randomUUID() + "@example.org";
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void subscribesByFormAndLinkWithoutRegistration() {
		assertThat(this.browser.get("/").text()).contains("action=\"/subscriptions\"");
		assertThat(this.browser.submit("/subscriptions", Map.of("email", this.email)).expect(302).header("Location"))
			.endsWith("/subscribe?sent");
		assertThat(this.browser.get("/subscribe?sent").text()).contains("Look into your inbox");
		Published.Event asked = this.published.await("the request", requested());
		SubscriptionRequested request = (SubscriptionRequested) asked.data();
		assertThat(asked.version()).isEqualTo(1);
		assertThat(request.revision()).isEqualTo(1);
		assertThat(request.member().name()).isEmpty();
		assertThat(request.member().preferences().announcements()).isFalse();
		String path = "/subscriptions/" + Tokens.sign(LinkPurpose.SUBSCRIPTION, request.id(), 2);
		assertThat(this.browser.get(path).expect(200).text()).contains("Yes, subscribe me");
		assertThat(this.published.matching(subscribed())).isEmpty();
		this.browser.submit(path, Map.of()).expect(302);
		this.browser.submit(path, Map.of()).expect(302);
		Published.Event done = this.published.await("the subscription", subscribed());
		assertThat(done.version()).isEqualTo(2);
		assertThat(((MemberSubscribed) done.data()).member().preferences().announcements()).isTrue();
		assertThat(this.browser.get(path).text()).contains("You are subscribed");
		assertThat(version()).as("the second time has no effect").isEqualTo(2);
		assertThat(this.browser.get("/preferences/" + Tokens.sign(LinkPurpose.PREFERENCES, request.id(), 2)).text())
			.contains(">Send me<");
	}

	@Test
	void answersTheSameToAll() {
		String known = this.email;
		Site.Answer stranger = ask(known, "\"name\": \"Ada\"").expect(202);
		Site.Answer justAsked = ask(known, "\"name\": \"Eve\"").expect(202);
		UUID member = ((SubscriptionRequested) this.published.await("the request", requested()).data()).id();
		this.subscriptions.confirm(member);
		Site.Answer subscriber = ask(known, "").expect(202);
		assertThat(stranger.text()).isEmpty();
		assertThat(justAsked.text()).isEmpty();
		assertThat(subscriber.text()).isEmpty();
		assertThat(version()).isEqualTo(2);
		this.clock.forward(Duration.ofHours(2));
		ask(known, "").expect(202);
		assertThat(version()).as("a subscriber is not asked again").isEqualTo(2);
		assertThat(name()).as("a stranger does not rename whom they know").isEqualTo("Ada");
	}

	@Test
	void asksAgainAfterAnHour() {
		ask(this.email, "").expect(202);
		this.clock.forward(Duration.ofMinutes(59));
		ask(this.email, "").expect(202);
		assertThat(version()).isEqualTo(1);
		this.clock.forward(Duration.ofMinutes(2));
		ask(this.email, "").expect(202);
		Published.Event again = this.published.await("the second request",
				(event) -> requested().test(event) && ((SubscriptionRequested) event).revision() == 2);
		assertThat(again.version()).isEqualTo(2);
	}

	@Test
	void refusesWhatIsNoAddressBesideItsField() {
		this.browser.get("/subscribe");
		assertThat(this.browser.submit("/subscriptions", Map.of("email", "wrong@")).expect(422).text())
			.contains("id=\"subscribe-email-error\"", "value=\"wrong@\"");
		ask("salon@example.org", "").expect(422);
		ask(this.email, "\"name\": \"see www.spam.example\"").expect(422);
		this.browser.submit("/subscriptions", Map.of("email", this.email, "website", "x")).expect(302);
		this.browser.submitRaw("/subscriptions", "email=" + this.email).expect(403);
		assertThat(this.jdbc.sql("select count(*) from member where email = ?")
			.param(this.email)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void limitsMailboxAndClient() {
		for (int i = 0; i < 5; i++) {
			ask(this.email, "").expect(202);
		}
		assertThat(ask(this.email, "").expect(429).header("Retry-After")).isNotEmpty();
		Site.Browser one = this.site.browser().from("203.1.7.7");
		one.get("/subscribe");
		for (int i = 0; i < 30; i++) {
			one.submit("/subscriptions", Map.of("email", "no address")).expect(422);
		}
		one.submit("/subscriptions", Map.of("email", "no address")).expect(429);
	}

	@Test
	void restoresExactlyWhatWasChosenBefore() {
		ask(this.email, "").expect(202);
		UUID member = ((SubscriptionRequested) this.published.await("the request", requested()).data()).id();
		Preferences chosen = new Preferences(true, false, true);
		String preferences = "/preferences/" + Tokens.sign(LinkPurpose.PREFERENCES, member, 30);
		this.browser.get(preferences);
		this.browser.submit(preferences, Map.of("announcements", "true", "replays", "true")).expect(302);
		String path = "/unsubscribe/" + Tokens.sign(LinkPurpose.UNSUBSCRIBE, member, 30);
		this.browser.get(path).expect(200);
		this.browser.submit(path, Map.of()).expect(200);
		this.browser.submit(path, Map.of()).expect(200);
		assertThat(preferences(member)).isEqualTo(Preferences.NONE);
		assertThat(this.site.browser().get(path).expect(200).text()).contains("You are unsubscribed",
				"It was a mistake");
		this.browser.submit(path + "/undo", Map.of()).expect(302);
		assertThat(preferences(member)).isEqualTo(chosen);
		assertThat(this.browser.get(path + "?undone").text()).contains("that you got before");
		this.browser.submit(path, Map.of()).expect(200);
		this.browser.get(preferences);
		this.browser.submit(preferences, Map.of("reminders", "true")).expect(302);
		this.browser.submit(path + "/undo", Map.of()).expect(302);
		assertThat(preferences(member)).as("what was chosen since").isEqualTo(new Preferences(false, true, false));
		ask(this.email, "").expect(202);
		this.published.await("the request to come back",
				(event) -> requested().test(event) && ((SubscriptionRequested) event).revision() == 2);
	}

	@Test
	void forgetsWhoNeverConfirmedAndKeepsOthers() {
		ask(this.email, "").expect(202);
		String holder = "holder-" + UUID.randomUUID() + "@example.org";
		this.site.signUp(this.site.announced(""), "Holder", holder).expect(201);
		ask(holder, "").expect(202);
		String confirmed = "confirmed-" + UUID.randomUUID() + "@example.org";
		ask(confirmed, "").expect(202);
		this.subscriptions.confirm(idOf(confirmed));
		this.subscriptions.forgetUnconfirmed();
		assertThat(countOf(this.email)).isOne();
		this.clock.forward(Duration.ofDays(8));
		this.subscriptions.forgetUnconfirmed();
		assertThat(countOf(this.email)).isZero();
		assertThat(countOf(holder)).isOne();
		assertThat(countOf(confirmed)).isOne();
	}

	private Site.Answer ask(String email, String more) {
		return this.site.post("/api/subscriptions",
				"{\"email\": \"" + email + "\"" + (more.isEmpty() ? "" : ", " + more) + "}");
	}

	private Preferences preferences(UUID member) {
		return this.jdbc.sql("select announcements, reminders, replays from member where id = ?")
			.param(member)
			.query((row, number) -> new Preferences(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
			.single();
	}

	private UUID idOf(String address) {
		return this.jdbc.sql("select id from member where email = ?").param(address).query(UUID.class).single();
	}

	private int countOf(String address) {
		return this.jdbc.sql("select count(*) from member where email = ?")
			.param(address)
			.query(Integer.class)
			.single();
	}

	private long version() {
		return this.jdbc.sql("select version from member where email = ?").param(this.email).query(Long.class).single();
	}

	private String name() {
		return this.jdbc.sql("select name from member where email = ?").param(this.email).query(String.class).single();
	}

	private Predicate<DomainEvent> requested() {
		return (event) -> event instanceof SubscriptionRequested request && request.member().email().equals(this.email);
	}

	private Predicate<DomainEvent> subscribed() {
		return (event) -> event instanceof MemberSubscribed done && done.member().email().equals(this.email);
	}

}
