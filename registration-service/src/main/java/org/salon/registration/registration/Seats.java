package org.salon.registration.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import org.salon.registration.registration.Registration.Place;
import org.salon.registration.salon.Gate;

/**
 * Says what the next person gets: a seat, or a place in line. Exact where the salon's row
 * is locked as {@link org.salon.registration.salon.Salons#enter} does.
 */
@Component
class Seats {

	/** How long an address that was signed up may be confirmed. */
	static final Duration CONFIRM_WITHIN = Duration.ofHours(24);

	private final Registrations registrations;

	Seats(Registrations registrations) {
		this.registrations = registrations;
	}

	/** For someone who has shown that the address is theirs, or need not. */
	Place next(Gate gate) {
		boolean seat = gate.capacity() == null || gate.hasRoomFor(this.registrations.taken(gate.number()));
		return seat ? Place.SEAT : Place.inLine(this.registrations.nextInLine());
	}

	/** For someone who comes by the form. */
	Place newcomers(Gate gate, Instant now) {
		Place place = next(gate);
		return gate.signUp().confirmAddress()
				? place.pendingUntil(now.plus(CONFIRM_WITHIN).truncatedTo(ChronoUnit.MICROS)) : place;
	}

}
