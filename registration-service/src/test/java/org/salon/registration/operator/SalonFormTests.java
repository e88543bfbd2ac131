package org.salon.registration.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.salon.events.salon.SignUpRules;
import org.salon.events.salon.Speaker;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.SalonStage;

import static org.assertj.core.api.Assertions.assertThat;

class SalonFormTests {

	@ParameterizedTest
	@CsvSource({
			// A week later, however far the salon is still off
			"Asia/Shanghai, 2026-06-07T11:30:00Z, 2026-05-01T00:00:00Z, 2026-06-14T19:30, 2026-06-14T21:30",
			// The next such day of the week that is to come
			"Asia/Shanghai, 2026-06-07T11:30:00Z, 2026-07-01T00:00:00Z, 2026-07-05T19:30, 2026-07-05T21:30",
			"Asia/Shanghai, 2026-06-07T11:30:00Z, 2026-06-14T11:30:00Z, 2026-06-21T19:30, 2026-06-21T21:30",
			// At the same time of day when clocks are put back
			"Europe/Berlin, 2026-10-20T17:30:00Z, 2026-10-20T17:31:00Z, 2026-10-27T19:30, 2026-10-27T21:30",
			// In the hour that there is not when they are put forward, as clocks do
			"Europe/Berlin, 2026-03-22T01:30:00Z, 2026-03-22T02:00:00Z, 2026-03-29T03:30, 2026-03-29T04:30" })
	void proposesTheSameTimeOfTheNextSuchDay(ZoneId zone, Instant start, Instant now, String nextStart,
			String nextEnd) {
		SalonForm next = SalonForm.nextLike(salon(details(start, zone, "Talk")), 45, now);
		assertThat(next.get("startsAt")).isEqualTo(nextStart);
		assertThat(next.get("endsAt")).isEqualTo(nextEnd);
	}

	@Test
	void keepsWhatStaysFromWeekToWeekAndNothingElse() {
		SalonForm next = SalonForm.nextLike(
				salon(details(Instant.parse("2026-06-07T11:30:00Z"), ZoneId.of("Asia/Shanghai"), "Talk")), 45,
				Instant.EPOCH);
		assertThat(next.get("number")).isEqualTo("45");
		assertThat(next.get("host")).isEqualTo("Club");
		assertThat(next.get("series")).isEqualTo("Reading group");
		assertThat(next.get("capacity")).isEqualTo("50");
		assertThat(next.get("chatReminders")).isEqualTo("36h");
		assertThat(next.get("joinLinks")).isEqualTo("https://example.org/room");
		for (String field : List.of("version", "title", "speakers", "papers", "outline", "introduction")) {
			assertThat(next.get(field)).as(field).isEmpty();
		}
	}

	@Test
	void sendsWhatItShowsOfRemindersOfTheChatsWithoutThoseOfPeople() {
		ObjectNode json = SalonForm
			.of(salon(details(Instant.parse("2026-06-07T11:30:00Z"), ZoneId.of("Asia/Shanghai"), "Talk")))
			.json();
		assertThat(json.path("chatReminders").valueStream().map(JsonNode::asString)).containsExactly("PT36H");
		assertThat(json.path("reminders").isNull()).isTrue();
	}

	@Test
	void tellsWhatIsAnotherInTheOtherForm() {
		Instant start = Instant.parse("2026-06-07T11:30:00Z");
		SalonForm mine = SalonForm.of(salon(details(start, ZoneId.of("Asia/Shanghai"), "Mine")));
		SalonForm theirs = SalonForm.of(salon(details(start.plusSeconds(3600), ZoneId.of("Asia/Shanghai"), "Theirs")));
		assertThat(mine.differences(theirs).keySet()).containsExactly("title", "startsAt", "endsAt");
		assertThat(mine.differences(theirs)).containsEntry("title", "Theirs");
		assertThat(mine.differences(mine.forVersion(9))).isEmpty();
	}

	private static Salon salon(SalonDetails details) {
		return new Salon(44, 3, SalonStage.ANNOUNCED, details, 1, false);
	}

	private static SalonDetails details(Instant start, ZoneId zone, String title) {
		Instant end = start.plusSeconds(7200);
		return new SalonDetails(title, "Club", "online", start.atZone(zone).toLocalDate(), start, end, zone,
				List.of(new Speaker("Zhang San", null)), List.of("A paper"), List.of("One"), "Words", "Ask us",
				List.of("https://example.org/room"), false, "About", 50, List.of(), List.of(), List.of(),
				SignUpRules.PLAIN, null, List.of(Duration.ofHours(36)), "Reading group");
	}

}
