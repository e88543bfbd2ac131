package org.salon.registration.registration;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.salon.events.registration.RegistrationStatus;

import static org.assertj.core.api.Assertions.assertThat;

class MergedPlaceTests {

	@ParameterizedTest
	@CsvSource({ "REGISTERED, , MOVES, REGISTERED, true", "CANCELLED, , MOVES, CANCELLED, false",
			"REGISTERED, WAITLISTED, IMPROVES, REGISTERED, true", "WAITLISTED, REGISTERED, STAYS, REGISTERED, false",
			"REGISTERED, REGISTERED, STAYS, REGISTERED, false", "WAITLISTED, PENDING, IMPROVES, WAITLISTED, true",
			"PENDING, CANCELLED, IMPROVES, PENDING, true", "CANCELLED, CANCELLED, STAYS, CANCELLED, false" })
	void leavesTheBetterOfTwoPlaces(RegistrationStatus gone, RegistrationStatus kept, MergedPlace.Outcome outcome,
			RegistrationStatus left, boolean mailed) {
		MergedPlace place = MergedPlace.of(registration(gone), (kept != null) ? registration(kept) : null, "", false);
		assertThat(place.outcome()).isEqualTo(outcome);
		assertThat(place.left()).isEqualTo(left);
		assertThat(place.mailed()).isEqualTo(mailed);
	}

	@ParameterizedTest
	@CsvSource({ "REGISTERED,", "REGISTERED, CANCELLED" })
	void tellsNobodyOfASalonThatIsOver(RegistrationStatus gone, RegistrationStatus kept) {
		assertThat(MergedPlace.of(registration(gone), (kept != null) ? registration(kept) : null, "", true).mailed())
			.isFalse();
	}

	private static Registration registration(RegistrationStatus status) {
		Instant now = Instant.EPOCH;
		return new Registration(UUID.randomUUID(), 44, UUID.randomUUID(), 1, status, "Li Lei", Remarks.NONE,
				(status == RegistrationStatus.WAITLISTED) ? 7L : null, 1, 0, 0, now, now,
				(status == RegistrationStatus.PENDING) ? now : null, null);
	}

}
