package org.salon.registration.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.registration.Guest;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.table.Workbooks;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class PeopleIT {

	private static final Pattern FOLLOWING = Pattern.compile("href=\"([^\"]*[?&;]after=[^\"]*)\"");

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private JdbcClient jdbc;

	private Site.Browser operator;

	@BeforeEach
	void login() {
		this.operator = this.site.browser().login();
	}

	@Test
	void findsByPartOfNameAddressAndAffiliationInAnyCase() {
		int salon = this.site.announced("");
		Guest lei = Guest.of(this.site, salon, "Lei");
		Guest.of(this.site, salon, "Other");
		this.jdbc.sql("update registration set affiliation = 'Ünder 100% 大学' where id = ?")
			.param(lei.registrationId())
			.update();
		for (String typed : List.of("LEI", "lei" + salon + "@EXAMPLE", "100%", "大学")) {
			assertThat(list(salon, "q=" + encoded(typed))).as(typed)
				.contains(lei.registrationId().toString())
				.doesNotContain(">Other<");
		}
		assertThat(list(salon, "q=" + encoded("10_%"))).contains("Nobody is found.").doesNotContain(">Lei<");
		assertThat(list(salon, "q=" + encoded("lei大学"))).as("nothing across two fields").doesNotContain(">Lei<");
	}

	@Test
	void filtersByPlaceComingLanguageAndTrouble() {
		int salon = Guest.salonIn(this.site, Duration.ofMinutes(30), "\"capacity\": 2");
		Guest came = Guest.of(this.site, salon, "Came");
		Guest absent = Guest.of(this.site, salon, "Absent");
		Guest.of(this.site, salon, "Waiting");
		this.operator.get("/operator/salons/" + salon + "/door");
		this.operator.submit("/operator/salons/" + salon + "/door/" + came.registrationId() + "/came", Map.of())
			.expect(302);
		outcome(salon, absent.memberId(), "CONFIRMATION", "BOUNCED");
		outcome(salon, came.memberId(), "CONFIRMATION", "SENT");
		this.jdbc.sql("update member set locale = 'en' where id = ?").param(absent.memberId()).update();
		assertThat(names(list(salon, "status=WAITLISTED"))).containsExactly("Waiting");
		assertThat(names(list(salon, "came=yes"))).containsExactly("Came");
		assertThat(names(list(salon, "came=no"))).containsExactly("Absent");
		assertThat(names(list(salon, "trouble=yes"))).containsExactly("Absent");
		assertThat(names(list(salon, "language=en"))).containsExactly("Absent");
		assertThat(names(list(salon, "sort=name"))).containsExactly("Absent", "Came", "Waiting");
		assertThat(names(list(salon, ""))).containsExactly("Came", "Absent", "Waiting");
		assertThat(list(salon, "q=absent")).contains("confirmation", "bounced");
		assertThat(list(salon, "status=WAITLISTED")).contains("#1", "registered 2", "in line 1");
	}

	@Test
	void pagesWithoutLosingOrDoublingAnybodyInAnyOrder() {
		int salon = this.site.announced("");
		fill(salon, 120);
		for (String sort : List.of("", "sort=name", "q=many&sort=name")) {
			List<String> seen = new ArrayList<>();
			String page = list(salon, sort);
			seen.addAll(names(page));
			Matcher next = FOLLOWING.matcher(page);
			while (next.find()) {
				page = this.operator.get(next.group(1).replace("&amp;", "&")).expect(200).text();
				seen.addAll(names(page));
				next = FOLLOWING.matcher(page);
			}
			assertThat(seen).as(sort).hasSize(120).doesNotHaveDuplicates();
		}
		assertThat(names(list(salon, "after=nonsense"))).hasSize(50);
	}

	@Test
	void keepsNotesOfTwoWhoWriteAtOnce() {
		int salon = this.site.announced("");
		Guest guest = Guest.of(this.site, salon, "Noted");
		String page = people(salon) + "/" + guest.registrationId();
		assertThat(this.operator.get(page).expect(200).text()).contains("noted" + salon + "@example.org");
		this.operator.submit(page + "/note", Map.of("version", "0", "text", "Vegetarian")).expect(302);
		String conflict = this.operator.submit(page + "/note", Map.of("version", "0", "text", "Speaks late"))
			.expect(409)
			.text();
		assertThat(conflict).contains("Vegetarian", "Speaks late", "name=\"version\" value=\"1\"");
		this.operator.submit(page + "/note", Map.of("version", "1", "text", "Vegetarian, speaks late")).expect(302);
		this.operator.submit(page + "/note", Map.of("version", "1", "text", "Vegetarian, speaks late")).expect(302);
		this.operator.submit(page + "/note", Map.of("version", "2", "text", "x".repeat(2_001))).expect(422);
		assertThat(list(salon, "")).contains("Vegetarian, speaks late");
		this.operator.get(people(salon) + "/" + UUID.randomUUID()).expect(404);
		this.operator.get(people(this.site.announced("")) + "/" + guest.registrationId()).expect(404);
	}

	@Test
	void addsSomebodyWhoAgreedAndAlsoPastTheLastSeat() {
		int salon = this.site.announced("\"capacity\": 1");
		String add = people(salon) + "/add";
		this.operator.get(add).expect(200);
		Map<String, String> form = Map.of("name", "By Hand", "email", "byhand" + salon + "@example.org", "affiliation",
				"Example University", "locale", "en");
		assertThat(this.operator.submit(add, form).expect(422).text()).contains("who did not agree", "By Hand");
		assertThat(this.operator.submit(add, with(form, "agreed", "yes")).expect(302).header("Location"))
			.contains("/people/");
		MemberRegistered told = (MemberRegistered) this.published
			.await("the sign-up",
					(event) -> event instanceof MemberRegistered registered
							&& registered.registration().salonNumber() == salon)
			.data();
		assertThat(told.registration().status()).isEqualTo(RegistrationStatus.REGISTERED);
		assertThat(told.registration().locale()).isEqualTo("en");
		assertThat(this.operator.submit(add, with(form, "agreed", "yes")).expect(409).text())
			.contains("They hold a seat already.");
		Map<String, String> second = Map.of("name", "One More", "email", "more" + salon + "@example.org", "agreed",
				"yes");
		assertThat(this.operator.submit(add, second).expect(409).text()).contains("All seats are taken (1 of 1)");
		this.operator.submit(add, with(second, "beyondSeats", "yes")).expect(302);
		assertThat(list(salon, "")).contains("registered 2", "Example University");
		this.operator.submit(people(this.site.drafted("")) + "/add", with(form, "agreed", "yes")).expect(404);
	}

	@Test
	void givesASeatPastTheLineAndTakesItAway() {
		int salon = this.site.announced("\"capacity\": 1");
		Guest.of(this.site, salon, "Seated");
		Guest first = Guest.of(this.site, salon, "First");
		Guest second = Guest.of(this.site, salon, "Second");
		String page = people(salon) + "/" + second.registrationId();
		assertThat(this.operator.get(page + "/move-up").expect(200).text()).contains("All seats are taken (1 of 1)");
		this.operator.submit(page + "/move-up", Map.of()).expect(409);
		this.operator.submit(page + "/move-up", Map.of("beyondSeats", "yes")).expect(302);
		assertThat(second.line(this.site).path("status").asString("")).isEqualTo("REGISTERED");
		assertThat(first.line(this.site).path("position").asInt()).isEqualTo(1);
		this.published.await("the promotion", (event) -> event instanceof WaitlistPromoted promoted
				&& promoted.registration().registrationId().equals(second.registrationId()));
		this.operator.submit(page + "/move-up", Map.of("beyondSeats", "yes")).expect(409);
		assertThat(this.operator.get(page + "/remove").expect(200).text()).contains("told by mail");
		this.operator.submit(page + "/remove", Map.of()).expect(302);
		this.published.await("the cancellation", (event) -> event instanceof RegistrationCancelled cancelled
				&& cancelled.registration().registrationId().equals(second.registrationId()));
		assertThat(first.line(this.site).path("status").asString("")).as("there is one seat, and it is taken")
			.isEqualTo("WAITLISTED");
	}

	@Test
	void takesTheListAlongWithItsFiltersAndRunsNoFormula() {
		int salon = this.site
			.announced("\"signUp\": {\"questions\": [{\"id\": \"food\", \"text\": \"Food?\", \"kind\": \"TEXT\"}]}");
		Guest guest = Guest.of(this.site, salon, "Evil");
		Guest.of(this.site, salon, "Good");
		this.jdbc
			.sql("update registration set affiliation = '=cmd|''/c calc''!A1', answers = '{\"food\": [\"+rice\"]}'"
					+ " where id = ?")
			.param(guest.registrationId())
			.update();
		outcome(salon, guest.memberId(), "CONFIRMATION", "SENT");
		Site.Answer csv = this.operator.get(people(salon) + ".csv?q=evil").expect(200);
		assertThat(csv.header("Content-Disposition")).contains("salon-" + salon + "-people.csv");
		assertThat(csv.text())
			.contains("attendedAt,Food?,language,mails,remark", "'=cmd|", "'+rice", "CONFIRMATION SENT ")
			.doesNotContain("Good");
		Site.Answer xlsx = this.operator.get(people(salon) + ".xlsx").expect(200);
		assertThat(xlsx.header("Content-Type")).contains("spreadsheetml.sheet");
		assertThat(Workbooks.sheet(xlsx.response().body())).contains("=cmd|", ">Good<", "t=\"inlineStr\"")
			.doesNotContain("<f>", "'=cmd");
		this.operator.get(people(999_998) + ".xlsx").expect(404);
		this.site.browser().get(people(salon) + ".csv").expect(302);
	}

	private void fill(int salon, int many) {
		// Several with the same name and at the same moment, where a page could end.
		this.jdbc
			.sql("""
					with people as (insert into member (id, version, email_key, email, name, locale, announcements, reminders,
							replays, link_generation, created_at)
						select gen_random_uuid(), 1, address, address, 'Many ' || n / 7, 'en', false, true, true, 0, now()
						from generate_series(1, :many) n, concat('m', n, '.', :salon::text, '@example.org') address
						returning id, name)
					insert into registration (id, salon_number, member_id, version, status, name, confirmation_revision,
						calendar_revision, link_generation, registered_at, confirmed_at)
					select gen_random_uuid(), :salon, id, 1, 'REGISTERED', name, 1, 0, 0,
						now() - (hashtext(id::text) % 5) * interval '1 minute', now() from people""")
			.param("salon", salon)
			.param("many", many)
			.update();
	}

	private void outcome(int salon, UUID member, String kind, String outcome) {
		this.jdbc.sql("""
				insert into delivery_outcome (delivery_id, version, member_id, salon_number, kind, channel, occurrence,
					outcome, due_at, occurred_at)
				values (gen_random_uuid(), 1, ?, ?, ?, 'mail', '1', ?, now(), now())""")
			.params(member, salon, kind, outcome)
			.update();
	}

	private String list(int salon, String query) {
		return this.operator.get(people(salon) + "?" + query).expect(200).text();
	}

	private static List<String> names(String page) {
		return Pattern.compile("/people/([0-9a-f-]{36})\">([^<]+)</a>")
			.matcher(page)
			.results()
			.map((found) -> found.group(2).startsWith("Many") ? found.group(1) : found.group(2))
			.toList();
	}

	private static String people(int salon) {
		return "/operator/salons/" + salon + "/people";
	}

	private static Map<String, String> with(Map<String, String> form, String name, String value) {
		Map<String, String> more = new HashMap<>(form);
		more.put(name, value);
		return more;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
