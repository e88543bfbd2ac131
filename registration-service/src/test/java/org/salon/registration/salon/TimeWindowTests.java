package org.salon.registration.salon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.salon.events.salon.SignUpRules;

import static org.assertj.core.api.Assertions.assertThat;

class TimeWindowTests {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	private static final Instant START = Instant.parse("2026-03-08T07:30:00Z");

	private static final Salon SALON = Salon.draft(44, new SalonDetails("Non-IID", null, null, LocalDate.of(2026, 3, 8),
			START, Instant.parse("2026-03-08T09:30:00Z"), NEW_YORK, List.of(), List.of(), List.of(), null, null,
			List.of(), false, null, null, List.of(), List.of(), List.of(), SignUpRules.PLAIN, null, null, null));

	@Test
	void opensDoorsAnHourBeforeAndClosesThemAtEnd() {
		TimeWindow doors = TimeWindow.ofJoining(SALON);
		assertThat(doors)
			.isEqualTo(new TimeWindow(Instant.parse("2026-03-08T06:30:00Z"), Instant.parse("2026-03-08T09:30:00Z")));
		assertThat(doors.isYetToOpen(doors.opensAt().minusNanos(1))).isTrue();
		assertThat(doors.isYetToOpen(doors.opensAt())).isFalse();
		assertThat(doors.isClosed(doors.closesAt().minusNanos(1))).isFalse();
		assertThat(doors.isClosed(doors.closesAt())).isTrue();
	}

	@Test
	void takesFeedbackFromStartUntilThirtyDaysAfterEnd() {
		assertThat(TimeWindow.ofFeedback(SALON))
			.isEqualTo(new TimeWindow(START, Instant.parse("2026-04-07T09:30:00Z")));
	}

	@Test
	void saysMomentInSalonsZoneAlsoInNightOfChange() {
		Instant opens = TimeWindow.ofJoining(SALON).opensAt();
		assertThat(MomentText.of(opens, NEW_YORK, Locale.ENGLISH))
			.isEqualTo("Sunday, 8 March 2026 01:30 (America/New_York, UTC-5)");
		assertThat(MomentText.of(START, NEW_YORK, Locale.SIMPLIFIED_CHINESE))
			.isEqualTo("2026年3月8日 星期日 03:30 (America/New_York, UTC-4)");
	}

}
