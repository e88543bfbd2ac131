package org.salon.registration.registration;

import java.time.Clock;
import java.util.List;

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

/** Those in line move up as seats come free, in the transaction that frees them. */
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
		if (gate.stage() != SalonStage.ANNOUNCED || gate.isOver(this.clock.instant())) {
			return;
		}
		Integer capacity = gate.capacity();
		Integer free = (capacity != null) ? capacity - this.registrations.taken(gate.number()) : null;
		if (free != null && free <= 0) {
			return;
		}
		List<VersionedEvent> promoted = this.registrations.firstInLine(gate.number(), free)
			.stream()
			.map(this::promote)
			.toList();
		if (!promoted.isEmpty()) {
			this.outbox.append(promoted);
		}
	}

	private VersionedEvent promote(Registration waiting) {
		Registration promoted = waiting.promoted();
		Member member = this.members.find(waiting.memberId())
			.orElseThrow(() -> new IllegalStateException("an erased member is in no line"));
		this.registrations.update(promoted);
		return new VersionedEvent(new WaitlistPromoted(promoted.state(member, null)), promoted.version());
	}

}
