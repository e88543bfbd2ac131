package org.salon.registration.registration;

import org.jspecify.annotations.Nullable;

import org.salon.events.registration.RegistrationStatus;

/**
 * What becomes of one salon's places when two members are found to be one person.
 *
 * @param kept what the member who stays has there; nothing, if they have no place
 * @param gone what the member who goes has there
 * @param mailed whether the person is told, at the address that stays
 */
public record MergedPlace(int salonNumber, String title, @Nullable RegistrationStatus kept, RegistrationStatus gone,
		Outcome outcome, boolean mailed) {

	/** The state that is left. */
	public RegistrationStatus left() {
		return (this.kept == null || this.outcome == Outcome.IMPROVES) ? this.gone : this.kept;
	}

	static MergedPlace of(Registration gone, @Nullable Registration kept, String title, boolean over) {
		RegistrationStatus before = (kept != null) ? kept.status() : null;
		Outcome outcome = (kept == null) ? Outcome.MOVES
				: (rank(gone.status()) > rank(kept.status())) ? Outcome.IMPROVES : Outcome.STAYS;
		boolean mailed = !over && gone.isLive() && outcome != Outcome.STAYS;
		return new MergedPlace(gone.salonNumber(), title, before, gone.status(), outcome, mailed);
	}

	private static int rank(RegistrationStatus status) {
		return switch (status) {
			case REGISTERED -> 3;
			case WAITLISTED -> 2;
			case PENDING -> 1;
			case CANCELLED -> 0;
		};
	}

	/** What becomes of it. */
	public enum Outcome {

		/** The place changes hands. */
		MOVES,
		/** The better place of the one who goes takes the other's place. */
		IMPROVES,
		/** The place that stays is as good, and the other is given up. */
		STAYS

	}

}
