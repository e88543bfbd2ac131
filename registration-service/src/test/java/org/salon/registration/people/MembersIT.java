package org.salon.registration.people;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import org.salon.events.member.MemberErased;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.registration.Guest;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import org.salon.registration.TableSearch;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class MembersIT {

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Site.Browser operator;

	@BeforeEach
	void login() {
		this.operator = this.site.browser().login();
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void findsMembersAcrossSalonsWithWhatTheyCameTo() {
		int salon = Guest.salonIn(this.site, Duration.ofMinutes(30), "");
		Guest came = Guest.of(this.site, salon, "Across" + salon);
		Guest missed = Guest.of(this.site, salon, "Missing" + salon);
		this.operator.get("/operator/salons/" + salon + "/door");
		this.operator.submit("/operator/salons/" + salon + "/door/" + came.registrationId() + "/came", Map.of())
			.expect(302);
		this.clock.forward(Duration.ofHours(5));
		this.operator.login();
		assertThat(this.operator.get("/operator/members?q=ACROSS" + salon).expect(200).text())
			.contains(came.memberId().toString(), "1 place(s), came 1 time(s), missed 0")
			.doesNotContain(missed.memberId().toString());
		assertThat(this.operator.get("/operator/members/" + missed.memberId()).expect(200).text()).contains("missed 1",
				"did not come", "/operator/salons/" + salon + "/people/" + missed.registrationId());
		assertThat(this.operator.get("/operator/members").expect(200).text()).contains("/operator/members/");
		this.operator.get("/operator/members/" + UUID.randomUUID()).expect(404);
	}

	@Test
	void erasesAfterHavingAsked() {
		int salon = this.site.announced("");
		Guest guest = Guest.of(this.site, salon, "Erasable");
		String page = "/operator/members/" + guest.memberId();
		this.operator.get("/operator/salons/" + salon + "/people/" + guest.registrationId());
		this.operator
			.submit("/operator/salons/" + salon + "/people/" + guest.registrationId() + "/note",
					Map.of("version", "0", "text", "A secret of erasable" + salon))
			.expect(302);
		assertThat(this.operator.get(page + "/erase").expect(200).text()).contains("1 place(s)",
				"erasable" + salon + "@example.org");
		this.operator.submit(page + "/erase", Map.of()).expect(302);
		assertThat(new TableSearch(this.jdbc).of("erasable" + salon)).isEmpty();
		this.operator.get(page).expect(404);
	}

	@Test
	void makesOneOfTwoAndTellsOnlyWhatChanges() {
		int moves = this.site.announced("");
		int better = this.site.announced("\"capacity\": 1");
		int same = this.site.announced("");
		String kept = "kept" + moves + "@example.org";
		String gone = "gone" + moves + "@example.org";
		this.site.signUp(moves, "Li Lei", gone).expect(201);
		this.site.signUp(better, "Li Lei", gone).expect(201);
		this.site.signUp(better, "Li Lei", kept).expect(201);
		this.site.signUp(same, "Li Lei", kept).expect(201);
		this.site.signUp(same, "Li Lei", gone).expect(201);
		UUID keptId = member(same, kept);
		UUID goneId = member(same, gone);
		UUID promoted = UUID.fromString(line(better, kept).path("id").asString(""));
		String page = "/operator/members/" + keptId;
		assertThat(this.operator.get(page).expect(200).text()).contains("Li Lei · " + gone);
		String preview = this.operator.get(page + "/merge?other=" + gone).expect(200).text();
		assertThat(preview).contains("The place moves (registered).", "“registered” takes the place of “in line”",
				"“registered” stays, and “registered” is given up", "Nothing is written to " + gone);
		assertThat(member(same, gone)).as("nothing happens by looking").isEqualTo(goneId);
		this.operator.submit(page + "/merge", Map.of("other", goneId.toString())).expect(302);

		for (int salon : new int[] { moves, better, same }) {
			assertThat(this.site.attendees(salon).path("items").size()).isEqualTo(1);
			assertThat(line(salon, kept).path("status").asString("")).isEqualTo("REGISTERED");
		}
		this.published.await("the erasure",
				(event) -> event instanceof MemberErased erased && erased.memberId().equals(goneId));
		this.published.await("the moved place",
				(event) -> event instanceof MemberRegistered registered
						&& registered.registration().salonNumber() == moves
						&& registered.registration().memberId().equals(keptId));
		this.published.await("the better place", (event) -> event instanceof WaitlistPromoted better2
				&& better2.registration().registrationId().equals(promoted));
		assertThat(this.published.matching((event) -> event instanceof RegistrationCancelled cancelled
				&& cancelled.registration().memberId().equals(goneId)))
			.as("no mail says that anything was given back")
			.isEmpty();
		assertThat(new TableSearch(this.jdbc).of(gone)).isEmpty();
		this.operator.get("/operator/members/" + goneId).expect(404);
	}

	@Test
	void joinsWhatIsOverInSilenceWithNotesAndComing() {
		int salon = Guest.salonIn(this.site, Duration.ofMinutes(30), "");
		Guest kept = Guest.of(this.site, salon, "Stays");
		Guest gone = Guest.of(this.site, salon, "Goes");
		int other = Guest.salonIn(this.site, Duration.ofMinutes(30), "");
		this.site.signUp(other, "Goes", "goes" + salon + "@example.org").expect(201);
		UUID only = UUID.fromString(line(other, "goes" + salon + "@example.org").path("id").asString(""));
		String people = "/operator/salons/" + salon;
		this.operator.get(people + "/door");
		this.operator.submit(people + "/door/" + gone.registrationId() + "/came", Map.of()).expect(302);
		note(salon, kept.registrationId(), "one");
		note(salon, gone.registrationId(), "two");
		long events = this.published.matching((event) -> event instanceof MemberRegistered).size();
		this.clock.forward(Duration.ofHours(5));
		this.operator.login();
		this.operator.get("/operator/members/" + kept.memberId() + "/merge?other=" + gone.memberId()).expect(200);
		this.operator
			.submit("/operator/members/" + kept.memberId() + "/merge", Map.of("other", gone.memberId().toString()))
			.expect(302);
		this.published.await("the erasure",
				(event) -> event instanceof MemberErased erased && erased.memberId().equals(gone.memberId()));
		JsonNode line = kept.line(this.site);
		assertThat(line.path("attendedAt").isNull()).isFalse();
		assertThat(this.jdbc.sql("select text from place_note where registration_id = ?")
			.param(kept.registrationId())
			.query(String.class)
			.single()).isEqualTo("one\ntwo");
		assertThat(line(other, "stays" + salon + "@example.org").path("id").asString("")).isEqualTo(only.toString());
		assertThat(this.published.matching((event) -> event instanceof MemberRegistered)).hasSize((int) events);
	}

	@Test
	void refusesToMergeWhoAreNotTwo() {
		Guest guest = Guest.of(this.site, this.site.announced(""), "Single");
		String page = "/operator/members/" + guest.memberId() + "/merge";
		for (String other : new String[] { "", "nobody@example.org", guest.memberId().toString(),
				"single" + guest.salon() + "@example.org" }) {
			assertThat(this.operator.get(page + "?other=" + other).expect(422).text())
				.contains("No other member has this address.");
		}
		this.operator.get(page + "?other=" + UUID.randomUUID()).expect(404);
		this.operator.submit(page, Map.of("other", guest.memberId().toString())).expect(404);
		this.operator.submit(page, Map.of("other", UUID.randomUUID().toString())).expect(404);
		this.operator.submit(page, Map.of()).expect(404);
		assertThat(guest.line(this.site).path("status").asString("")).isEqualTo("REGISTERED");
	}

	private void note(int salon, UUID registration, String text) {
		this.operator
			.submit("/operator/salons/" + salon + "/people/" + registration + "/note",
					Map.of("version", "0", "text", text))
			.expect(302);
	}

	private UUID member(int salon, String email) {
		return UUID.fromString(line(salon, email).path("memberId").asString(""));
	}

	private JsonNode line(int salon, String email) {
		for (JsonNode line : this.site.attendees(salon).path("items")) {
			if (line.path("email").asString("").equals(email)) {
				return line;
			}
		}
		throw new AssertionError(email + " is not on the list");
	}

}
