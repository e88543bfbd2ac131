package org.salon.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.salon.events.registration.RegistrationStatus;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;

class JoinStateTests {

	private static final TimeWindow DOORS = new TimeWindow(Instant.parse("2026-06-07T10:30:00Z"),
			Instant.parse("2026-06-07T13:30:00Z"));

	@ParameterizedTest
	@CsvSource({ "2026-06-07T10:29:59.999Z,EARLY", "2026-06-07T10:30:00Z,OPEN", "2026-06-07T13:29:59.999Z,OPEN",
			"2026-06-07T13:30:00Z,OVER" })
	void opensWithFirstMomentAndClosesWithEnd(Instant now, JoinState expected) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		assertThat(JoinState.of(SalonStage.ANNOUNCED, DOORS, RegistrationStatus.REGISTERED, clock.instant()))
			.isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "CANCELLED,GIVEN_BACK", "WAITLISTED,IN_LINE", "PENDING,UNCONFIRMED" })
	void tellsThoseWithoutSeatWhyUntilItIsOver(RegistrationStatus status, JoinState expected) {
		assertThat(JoinState.of(SalonStage.ANNOUNCED, DOORS, status, DOORS.opensAt())).isEqualTo(expected);
		assertThat(JoinState.of(SalonStage.ANNOUNCED, DOORS, status, DOORS.closesAt())).isEqualTo(JoinState.OVER);
	}

	@Test
	void staysClosedWhenSalonIsCalledOff() {
		assertThat(JoinState.of(SalonStage.CANCELLED, DOORS, RegistrationStatus.REGISTERED, DOORS.opensAt()))
			.isEqualTo(JoinState.CALLED_OFF);
	}

}
