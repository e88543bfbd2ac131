package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.salon.events.registration.WaitlistPromoted;
import org.salon.messaging.outbox.Outbox;
import org.salon.messaging.outbox.VersionedEvent;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.salon.Gate;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.SeatsChanged;

/**
 * Those in line move up as seats come free, in the transaction that frees them: with a
 * seat, or with the offer of one where the salon asks for that.
 */
@Component
class Waitlist {

	private final Salons salons;

	private final Registrations registrations;

	private final Members members;

	private final Outbox outbox;

	private final Clock clock;

	Waitlist(Salons salons, Registrations registrations, Members members, Outbox outbox, Clock clock) {
		this.salons = salons;
		this.registrations = registrations;
		this.members = members;
		this.outbox = outbox;
		this.clock = clock;
	}

	@EventListener
	void moveUp(SeatsChanged changed) {
		this.salons.lockAll(List.of(changed.number())).forEach(this::moveUp);
	}

	/** Fills the free seats of a salon whose row is locked. */
	void moveUp(Gate gate) {
		Instant now = this.clock.instant();
		if (gate.stage() != SalonStage.ANNOUNCED || gate.isOver(now)) {
			return;
		}
		Integer capacity = gate.capacity();
		Integer free = (capacity != null) ? capacity - this.registrations.taken(gate.number()) : null;
		if (free != null && free <= 0) {
			return;
		}
		List<VersionedEvent> promoted = this.registrations.firstInLine(gate.number(), free)
			.stream()
			.map((waiting) -> promote(waiting, gate.acceptBy(now)))
			.toList();
		if (!promoted.isEmpty()) {
			this.outbox.append(promoted);
		}
	}

	/** Whose place it is. */
	Member holder(Registration registration) {
		return this.members.find(registration.memberId())
			.orElseThrow(() -> new IllegalStateException("an erased member has no place"));
	}

	private VersionedEvent promote(Registration waiting, @Nullable Instant acceptBy) {
		Registration promoted = waiting.promoted(acceptBy);
		this.registrations.update(promoted);
		return new VersionedEvent(new WaitlistPromoted(promoted.state(holder(waiting), null)), promoted.version());
	}

}
