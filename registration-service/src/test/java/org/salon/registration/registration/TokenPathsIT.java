package org.salon.registration.registration;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.MovableClock;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Each path behind a link in a mail, with each link that does not hold. */
@RegistrationServiceTest
class TokenPathsIT {

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private Site.Browser browser;

	private UUID registration;

	private UUID member;

	@Autowired
	private MovableClock clock;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@BeforeEach
	void signUp() {
		this.browser = this.site.browser();
		this.browser.get("/subscribe").expect(200);
		int salon = this.site.announced("\"joinPublic\": true");
		this.site.signUp(salon, "Holder", "holder" + salon + "@example.org").expect(201);
		this.registration = this.jdbc.sql("select id from registration where salon_number = ?")
			.param(salon)
			.query(UUID.class)
			.single();
		this.member = this.jdbc.sql("select member_id from registration where id = ?")
			.param(this.registration)
			.query(UUID.class)
			.single();
	}

	static Stream<Way> ways() {
		return Stream.of(get(LinkPurpose.REGISTRATION, ""), get(LinkPurpose.REGISTRATION, "/data.json"),
				get(LinkPurpose.REGISTRATION, "/erase"), get(LinkPurpose.REGISTRATION, "/join-picture"),
				post(LinkPurpose.REGISTRATION, "/cancel"), post(LinkPurpose.REGISTRATION, "/register"),
				post(LinkPurpose.REGISTRATION, "/details"), post(LinkPurpose.REGISTRATION, "/mail"),
				post(LinkPurpose.REGISTRATION, "/erase"), post(LinkPurpose.REGISTRATION, "/confirm"),
				get(LinkPurpose.REGISTRATION, "/feedback"), post(LinkPurpose.REGISTRATION, "/feedback"),
				get(LinkPurpose.JOIN, ""), get(LinkPurpose.JOIN, "/picture"), post(LinkPurpose.JOIN, ""),
				get(LinkPurpose.JOIN, "/feedback"), post(LinkPurpose.JOIN, "/feedback"),
				get(LinkPurpose.PREFERENCES, ""), get(LinkPurpose.PREFERENCES, "/data.json"),
				get(LinkPurpose.PREFERENCES, "/erase"), post(LinkPurpose.PREFERENCES, ""),
				post(LinkPurpose.PREFERENCES, "/erase"), get(LinkPurpose.UNSUBSCRIBE, ""),
				post(LinkPurpose.UNSUBSCRIBE, ""), post(LinkPurpose.UNSUBSCRIBE, "/undo"),
				get(LinkPurpose.SUBSCRIPTION, ""), post(LinkPurpose.SUBSCRIPTION, ""));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void refusesLinksThatDoNotHold(Way way) {
		UUID id = id(way.purpose());
		String before = stored();
		String good = Tokens.sign(way.purpose(), id, 30);
		go(way, (good.startsWith("A") ? "B" : "A") + good.substring(1)).expect(404);
		go(way, good.substring(0, good.length() - 2)).expect(404);
		go(way, "no-token").expect(404);
		for (LinkPurpose other : LinkPurpose.values()) {
			if (other != way.purpose()) {
				go(way, Tokens.sign(other, id, 30)).expect(404);
			}
		}
		go(way, Tokens.sign(way.purpose(), UUID.randomUUID(), 30)).expect(404);
		go(way, Tokens.sign(way.purpose(), isPlace(way.purpose()) ? this.member : this.registration, 30)).expect(404);
		go(way, Tokens.sign(way.purpose(), id, -1)).expect(410);
		this.jdbc.sql("update registration set link_generation = 1 where id = ?").param(this.registration).update();
		this.jdbc.sql("update member set link_generation = 1 where id = ?").param(this.member).update();
		go(way, good).expect(410);
		this.jdbc.sql("update registration set link_generation = 0 where id = ?").param(this.registration).update();
		this.jdbc.sql("update member set link_generation = 0 where id = ?").param(this.member).update();
		assertThat(stored()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("ways")
	void answersAsToStrangersAfterErasure(Way way) {
		String good = Tokens.sign(way.purpose(), id(way.purpose()), 30);
		this.site.operate("DELETE", "/api/members/" + this.member, null).expect(204);
		go(way, good).expect(404);
	}

	@ParameterizedTest
	@EnumSource
	void lookingChangesNothing(LinkPurpose purpose) {
		String token = Tokens.sign(purpose, id(purpose), 30);
		String before = stored();
		List<Way> ways = ways().filter((way) -> way.purpose() == purpose).toList();
		assertThat(ways).isNotEmpty();
		// Before the doors open, while they are open, and when the salon is over.
		for (Duration later : List.of(Duration.ZERO, Duration.ofDays(3).minusMinutes(30), Duration.ofHours(3))) {
			this.clock.forward(later);
			for (Way way : ways) {
				// A scanner follows every link and form that it sees, with GET and HEAD.
				for (int time = 0; time < 2; time++) {
					assertThat(this.browser.get(way.path(token)).status()).isLessThan(500);
					assertThat(this.browser.get(way.path(token) + "?lang=en&stars=1&name=X").status()).isLessThan(500);
					assertThat(this.site.send(this.site.request(way.path(token)).HEAD()).status()).isLessThan(500);
				}
			}
		}
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void lookingConfirmsNoPendingPlace() {
		this.jdbc.sql("update registration set status = 'PENDING', confirm_by = ? where id = ?")
			// It must not lapse while the clock goes on.
			.params(OffsetDateTime.now(ZoneOffset.UTC).plusDays(20), this.registration)
			.update();
		lookingChangesNothing(LinkPurpose.REGISTRATION);
	}

	@Test
	void linkOfOnePlaceReachesNoOtherOfTheSamePerson() {
		int other = this.site.announced("");
		String email = this.jdbc.sql("select email from member where id = ?")
			.param(this.member)
			.query(String.class)
			.single();
		this.site.signUp(other, "Holder", email).expect(201);
		UUID otherPlace = this.jdbc.sql("select id from registration where salon_number = ?")
			.param(other)
			.query(UUID.class)
			.single();
		go(post(LinkPurpose.REGISTRATION, "/cancel"), Tokens.registration(otherPlace)).expect(302);
		assertThat(status(otherPlace)).isEqualTo("CANCELLED");
		assertThat(status(this.registration)).isEqualTo("REGISTERED");
	}

	private String status(UUID place) {
		return this.jdbc.sql("select status from registration where id = ?").param(place).query(String.class).single();
	}

	@Test
	void letsNobodyChangeAnythingWithoutFormsToken() {
		String before = stored();
		ways().filter((way) -> way.post() && way.purpose() != LinkPurpose.UNSUBSCRIBE)
			.forEach((way) -> this.browser
				.submitRaw(way.path(Tokens.sign(way.purpose(), id(way.purpose()), 30)), "name=Stranger")
				.expect(403));
		assertThat(stored()).isEqualTo(before);
	}

	private Site.Answer go(Way way, String token) {
		return way.post() ? this.browser.submit(way.path(token), Map.of("name", "X"))
				: this.browser.get(way.path(token));
	}

	private UUID id(LinkPurpose purpose) {
		return isPlace(purpose) ? this.registration : this.member;
	}

	private static boolean isPlace(LinkPurpose purpose) {
		return purpose == LinkPurpose.REGISTRATION || purpose == LinkPurpose.JOIN;
	}

	/** All that is stored of the person, and how many events. */
	private String stored() {
		return this.jdbc.sql("""
				select concat(member, registration,
					(select string_agg(feedback::text, ',') from feedback where registration_id = registration.id),
					(select count(*) from messaging.outbox where record_key = member.id::text))
				from member join registration on registration.member_id = member.id where member.id = ?""")
			.param(this.member)
			.query(String.class)
			.single();
	}

	private static Way get(LinkPurpose purpose, String rest) {
		return new Way(false, purpose, rest);
	}

	private static Way post(LinkPurpose purpose, String rest) {
		return new Way(true, purpose, rest);
	}

	record Way(boolean post, LinkPurpose purpose, String rest) {

		String path(String token) {
			String start = switch (this.purpose) {
				case REGISTRATION -> "/registrations/";
				case PREFERENCES -> "/preferences/";
				case UNSUBSCRIBE -> "/unsubscribe/";
				case SUBSCRIPTION -> "/subscriptions/";
				case JOIN -> "/join/";
			};
			return start + token + this.rest;
		}

	}

}
