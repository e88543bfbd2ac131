package org.salon.notification.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DigestDayTests {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final LocalTime EVENING = LocalTime.of(20, 0);

	@Test
	void isDueAtTheTimeThatClocksOfTheClubShow() {
		assertThat(latest("2026-06-07T11:59:59Z", EVENING, SHANGHAI)).isEmpty();
		assertThat(latest("2026-06-07T12:00:00Z", EVENING, SHANGHAI)).containsExactly(day("2026-06-07T12:00:00Z"));
	}

	@Test
	void staysOpenThroughTheNightAndIsStaleThen() {
		assertThat(latest("2026-06-07T23:59:59Z", EVENING, SHANGHAI)).containsExactly(day("2026-06-07T12:00:00Z"));
		assertThat(latest("2026-06-08T00:00:00Z", EVENING, SHANGHAI)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({
			// Put forward from 2 to 3.
			"2026-03-29, 02:30, 2026-03-29T01:30:00Z", "2026-03-29, 20:00, 2026-03-29T18:00:00Z",
			"2026-03-28, 20:00, 2026-03-28T19:00:00Z",
			// Put back from 3 to 2: the first of the two.
			"2026-10-25, 02:30, 2026-10-25T00:30:00Z", "2026-10-25, 20:00, 2026-10-25T19:00:00Z" })
	void followsClocksThatAreChanged(LocalDate day, LocalTime at, Instant dueAt) {
		assertThat(DigestDay.latest(dueAt, at, BERLIN))
			.contains(new DigestDay(day, dueAt, dueAt.plus(DigestDay.FRESH)));
		assertThat(DigestDay.latest(dueAt.minusSeconds(1), at, BERLIN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Berlin, 02:30", "Europe/Berlin, 20:00", "Asia/Shanghai, 20:00", "America/New_York, 00:00",
			"Africa/Cairo, 00:30", "Australia/Lord_Howe, 01:45" })
	void comesOnceADayAllYearLong(ZoneId zone, LocalTime at) {
		Set<DigestDay> seen = new LinkedHashSet<>();
		Instant end = Instant.parse("2027-01-02T00:00:00Z");
		for (Instant now = Instant.parse("2025-12-31T00:00:00Z"); now.isBefore(end); now = now.plusSeconds(900)) {
			DigestDay.latest(now, at, zone).ifPresent(seen::add);
		}
		List<LocalDate> days = new ArrayList<>(seen.stream().map(DigestDay::day).toList());
		assertThat(days).isSorted().doesNotHaveDuplicates();
		assertThat(days).containsAll(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).toList());
	}

	private static List<DigestDay> latest(String now, LocalTime at, ZoneId zone) {
		return DigestDay.latest(Instant.parse(now), at, zone).stream().toList();
	}

	private static DigestDay day(String dueAt) {
		Instant due = Instant.parse(dueAt);
		return new DigestDay(due.atZone(SHANGHAI).toLocalDate(), due, due.plus(Duration.ofHours(12)));
	}

}
