package org.salon.registration.salon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.SignUpRules;
import org.salon.registration.input.Refused;

/**
 * What a sign-up has to know of a salon, and no more: this is read for each.
 *
 * @param capacity seats; unlimited if absent
 */
public record Gate(int number, SalonStage stage, @Nullable Instant startsAt, @Nullable Instant endsAt,
		@Nullable Integer capacity, SignUpRules signUp) {

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

	/**
	 * Until when someone in line must accept a seat that comes free now: at most until
	 * the start.
	 * @return none if it is theirs without asking: by the salon's rules, once it has
	 * started, and where there are seats for all
	 */
	public @Nullable Instant acceptBy(Instant now) {
		Duration within = this.signUp.acceptWithin();
		if (within == null || this.capacity == null || this.startsAt == null || !now.isBefore(this.startsAt)) {
			return null;
		}
		// As exact as it is stored, so that the event tells the same.
		Instant end = now.plus(within).truncatedTo(ChronoUnit.MICROS);
		return end.isBefore(this.startsAt) ? end : this.startsAt;
	}

	/** Whether one more fits in. */
	public boolean hasRoomFor(int taken) {
		return this.capacity == null || taken < this.capacity;
	}

}
