package org.salon.registration.salon;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Refused;

/**
 * What a sign-up has to know of a salon, and no more: this is read for each.
 *
 * @param capacity seats; unlimited if absent
 */
public record Gate(int number, SalonStage stage, @Nullable Instant endsAt, @Nullable Integer capacity) {

	/** Lets through what may sign up now, and refuses the rest with the reason. */
	public void open(Instant now) {
		if (this.stage == SalonStage.DRAFT) {
			throw Refused.noSuchSalon(this.number);
		}
		if (this.stage == SalonStage.CANCELLED) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon.CANCELLED", this.number);
		}
		if (isOver(now)) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon.HELD", this.number);
		}
	}

	/** Whether its end has passed; past salons from an import are over from the first. */
	public boolean isOver(Instant now) {
		return this.endsAt == null || !now.isBefore(this.endsAt);
	}

	/** Whether one more fits in. */
	public boolean hasRoomFor(int taken) {
		return this.capacity == null || taken < this.capacity;
	}

}
