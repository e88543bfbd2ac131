package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuietHoursTests {

	private static final QuietHours NIGHT = QuietHours.parse("22:00-08:00");

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {
			// Shanghai is eight hours ahead.
			"2026-06-01T13:59:59.999Z, -", "2026-06-01T14:00:00Z, 2026-06-02T00:00:00Z",
			"2026-06-01T16:00:00Z, 2026-06-02T00:00:00Z", "2026-06-01T23:59:59.999Z, 2026-06-02T00:00:00Z",
			"2026-06-02T00:00:00Z, -" })
	void endInTheMorningThere(Instant now, Instant end) {
		assertThat(NIGHT.endOf(now, SHANGHAI)).isEqualTo(end);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "2026-06-01T11:59:00Z, -", "2026-06-01T12:00:00Z, 2026-06-01T14:30:00Z",
			"2026-06-01T14:30:00Z, -" })
	void mayLieWithinADay(Instant now, Instant end) {
		assertThat(QuietHours.parse("12:00 - 14:30").endOf(now, ZoneId.of("UTC"))).isEqualTo(end);
	}

	/** Compared with looking at the clock on the wall minute by minute. */
	@ParameterizedTest
	@CsvSource({ "22:00, 08:00", "00:30, 01:30", "01:30, 02:30", "02:15, 02:45", "22:00, 02:30", "22:00, 01:30",
			"03:00, 01:00", "00:00, 23:59" })
	void holdWhereTheClockIsPutForwardAndBack(LocalTime from, LocalTime to) {
		QuietHours hours = new QuietHours(from, to);
		for (ZoneId zone : new ZoneId[] { ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"),
				ZoneId.of("Australia/Lord_Howe"), SHANGHAI }) {
			for (String day : new String[] { "2026-03-07T12:00:00Z", "2026-03-28T12:00:00Z", "2026-04-04T06:00:00Z",
					"2026-10-03T06:00:00Z", "2026-10-24T12:00:00Z", "2026-10-31T12:00:00Z" }) {
				for (int minute = 0; minute < 36 * 60; minute += 7) {
					Instant now = Instant.parse(day).plus(Duration.ofMinutes(minute));
					assertThat(hours.endOf(now, zone)).as("%s in %s", now, zone).isEqualTo(watched(hours, now, zone));
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "CONFIRMATION", "WAITLISTED", "PROMOTED", "WITHDRAWN", "ADDRESS_CHECK", "SEAT_OFFERED",
			"SUBSCRIPTION_CHECK", "RESCHEDULED", "CANCELLED", "REMINDER" })
	void holdNothingThatSomeoneWaitsForOrThatIsUrgent(DeliveryKind kind) {
		assertThat(NIGHT.holds(kind, Instant.parse("2026-06-01T16:00:00Z"), SHANGHAI, null)).isNull();
	}

	@Test
	void holdNewsUntilTheMorningThoughItBeTooLateThen() {
		Instant midnight = Instant.parse("2026-06-01T16:00:00Z");
		Instant morning = Instant.parse("2026-06-02T00:00:00Z");
		assertThat(NIGHT.holds(DeliveryKind.ANNOUNCEMENT, midnight, SHANGHAI, morning)).isEqualTo(morning);
		assertThat(NIGHT.holds(DeliveryKind.REPLAY, midnight, SHANGHAI, midnight)).isEqualTo(morning);
	}

	@Test
	void letAChangeThroughThatWouldComeTooLate() {
		Instant midnight = Instant.parse("2026-06-01T16:00:00Z");
		Instant morning = Instant.parse("2026-06-02T00:00:00Z");
		assertThat(NIGHT.holds(DeliveryKind.CHANGED, midnight, SHANGHAI, morning.plusSeconds(1))).isEqualTo(morning);
		assertThat(NIGHT.holds(DeliveryKind.CHANGED, midnight, SHANGHAI, morning)).isNull();
	}

	@Test
	void areNoneUnlessTheyAreSet() {
		assertThat(QuietHours.parse(" ")).isEqualTo(QuietHours.NONE);
		assertThat(QuietHours.NONE.endOf(Instant.parse("2026-06-01T16:00:00Z"), SHANGHAI)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "22:00", "22-8", "22:00-25:00", "08:00-08:00", "22:00-08:00-09:00", "-" })
	void areRefusedIfTheyAreNone(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> QuietHours.parse(text)).withMessageContaining(text);
	}

	private static Instant watched(QuietHours hours, Instant now, ZoneId zone) {
		Instant moment = now;
		while (quiet(hours, moment.atZone(zone).toLocalTime())) {
			moment = moment.plus(Duration.ofMinutes(1));
		}
		return moment.equals(now) ? null : moment;
	}

	private static boolean quiet(QuietHours hours, LocalTime time) {
		int minutes = (time.toSecondOfDay() - hours.from().toSecondOfDay() + 86_400) % 86_400;
		return minutes < (hours.to().toSecondOfDay() - hours.from().toSecondOfDay() + 86_400) % 86_400;
	}

}
