package org.salon.registration.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RhythmTests {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@Test
	void everySundayAtHalfPastSeven() {
		Rhythm rhythm = rhythm("2026-06-07", "19:30", SHANGHAI, 1);
		assertThat(rhythm.next(Instant.parse("2026-06-10T00:00:00Z"))).isEqualTo("2026-06-14T11:30:00Z");
		assertThat(rhythm.next(Instant.parse("2026-06-14T11:29:59Z"))).isEqualTo("2026-06-14T11:30:00Z");
		assertThat(rhythm.next(Instant.parse("2026-06-14T11:30:00Z"))).isEqualTo("2026-06-21T11:30:00Z");
	}

	@Test
	void everyOtherWeekCountsFromItsFirstDay() {
		Rhythm rhythm = rhythm("2026-06-07", "19:30", SHANGHAI, 2);
		assertThat(rhythm.next(Instant.parse("2026-06-08T00:00:00Z"))).isEqualTo("2026-06-21T11:30:00Z");
		assertThat(rhythm.next(Instant.parse("2026-06-01T00:00:00Z"))).isEqualTo("2026-06-07T11:30:00Z");
		assertThat(rhythm.next(Instant.parse("2026-05-20T00:00:00Z"))).isEqualTo("2026-05-24T11:30:00Z");
	}

	@Test
	void timeOfDayStaysWhenClocksChange() {
		Rhythm rhythm = rhythm("2026-03-22", "19:30", BERLIN, 1);
		assertThat(rhythm.next(Instant.parse("2026-03-20T00:00:00Z"))).isEqualTo("2026-03-22T18:30:00Z");
		assertThat(rhythm.next(Instant.parse("2026-03-23T00:00:00Z"))).isEqualTo("2026-03-29T17:30:00Z");
	}

	@Test
	void aTimeThatClocksPassOverIsAnHourLater() {
		Rhythm rhythm = rhythm("2026-03-22", "02:30", BERLIN, 1);
		assertThat(rhythm.next(Instant.parse("2026-03-23T00:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
		assertThat(rhythm.next(Instant.parse("2026-03-29T01:30:00Z"))).isEqualTo("2026-04-05T00:30:00Z");
	}

	private static Rhythm rhythm(String anchor, String time, ZoneId zone, int weeks) {
		return new Rhythm(LocalDate.parse(anchor), LocalTime.parse(time), Duration.ofHours(2), zone, weeks);
	}

}
