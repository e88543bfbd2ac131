package org.salon.registration.registration;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.link.LinkPurpose;
import org.salon.events.member.MemberErased;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.TableSearch;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class ErasureIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void leavesNothingOfPersonInAnyTable() {
		int salon = this.site.announced("\"capacity\": 1");
		int other = this.site.announced("");
		String unique = "e" + UUID.randomUUID().toString().substring(0, 8);
		String email = unique + "@erased.example.org";
		String name = "忘记 " + unique;
		this.site.signUp(salon, name, email, "Idempotency-Key", email).expect(201);
		this.site.signUp(other, name, email).expect(201);
		this.site.signUp(salon, "Next", "next" + salon + "@example.org").expect(201);
		UUID registration = registrationOf(salon, email);
		String path = "/registrations/" + Tokens.registration(registration);
		Site.Browser browser = this.site.browser();
		browser.get(path).expect(200);
		browser.submit(path + "/details", Map.of("name", name, "note", "note of " + unique, "affiliation", unique))
			.expect(302);
		feedback(registration, salon, "liked by " + unique);
		TableSearch search = new TableSearch(this.jdbc);
		assertThat(search.of(name)).as("the search finds what is there")
			.extracting(Object::toString)
			.contains("public.member.name", "public.registration.name", "messaging.outbox.data");
		assertThat(search.of(email)).extracting(Object::toString)
			.contains("public.member.email_key", "messaging.outbox.data");

		assertThat(browser.get(path + "/erase").expect(200).text()).contains(email, "2 places");
		assertThat(search.of(email)).as("asking erases nothing").isNotEmpty();
		UUID member = memberOf(registration);
		assertThat(browser.submit(path + "/erase", Map.of()).expect(302).header("Location")).endsWith("/erased");
		assertThat(browser.get("/erased").expect(200).text()).contains("You are erased");

		assertThat(search.of(unique)).isEmpty();
		assertThat(search.of(name)).isEmpty();
		this.published.await("the erasure",
				(event) -> event instanceof MemberErased erased && erased.memberId().equals(member));
		assertThat(search.of(unique)).as("nothing comes back").isEmpty();
		assertThat(this.site.attendees(salon).path("items").path(0).path("status").asString(""))
			.as("the seat goes to the next in line")
			.isEqualTo("REGISTERED");
	}

	@Test
	void erasesByPreferencesToo() {
		int salon = this.site.announced("");
		String email = "bypreferences" + salon + "@example.org";
		this.site.signUp(salon, "By Preferences", email).expect(201);
		UUID member = memberOf(registrationOf(salon, email));
		String path = "/preferences/" + Tokens.sign(LinkPurpose.PREFERENCES, member, 30);
		Site.Browser browser = this.site.browser();
		assertThat(browser.get(path + "/erase").expect(200).text()).contains(email, "one place");
		browser.submit(path + "/erase", Map.of()).expect(302);
		assertThat(new TableSearch(this.jdbc).of(email)).isEmpty();
		browser.get(path).expect(404);
		this.site.signUp(salon, "A Stranger", email).expect(201);
	}

	private void feedback(UUID registration, int salon, String liked) {
		this.jdbc.sql(
				"insert into feedback (registration_id, salon_number, stars, liked, given_at) values (?, ?, 4, ?, now())")
			.params(registration, salon, liked)
			.update();
	}

	private UUID registrationOf(int salon, String email) {
		return this.jdbc.sql(
				"select r.id from registration r join member m on m.id = r.member_id where salon_number = ? and email = ?")
			.params(salon, email)
			.query(UUID.class)
			.single();
	}

	private UUID memberOf(UUID registration) {
		return this.jdbc.sql("select member_id from registration where id = ?")
			.param(registration)
			.query(UUID.class)
			.single();
	}

}
