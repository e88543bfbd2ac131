package org.salon.registration.registration;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.member.Member;
import org.salon.registration.salon.Gate;
import org.salon.registration.salon.SalonStage;

/**
 * Moves a place from one member to another who is the same person. Of a salon that is
 * over nobody is told. Of one to come the moved place is a registration of its own: the
 * events about the old one have another key, and could come after those about the new.
 */
@Component
class MovedPlaces {

	private final Registrations registrations;

	private final Outbox outbox;

	private final Clock clock;

	MovedPlaces(Registrations registrations, Outbox outbox, Clock clock) {
		this.registrations = registrations;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Moves one; all is locked, and what is left of the old place is deleted afterwards.
	 * @param kept the place that the other member has at the same salon
	 */
	void move(Registration gone, @Nullable Registration kept, Member holder, Gate gate) {
		boolean over = gate.stage() != SalonStage.ANNOUNCED || gate.isOver(this.clock.instant());
		if (kept == null && (over || !gone.isLive())) {
			this.registrations.hand(gone.id(), holder.id());
		}
		else if (kept == null) {
			Registration moved = gone.heldBy(holder);
			this.registrations.insert(moved);
			this.registrations.handRemarks(gone.id(), moved.id());
			this.registrations.delete(gone.id());
			tell(new MemberRegistered(moved.state(holder, this.registrations.position(moved))), moved);
		}
		else {
			join(gone, kept, holder, over);
			this.registrations.handRemarks(gone.id(), kept.id());
			this.registrations.delete(gone.id());
		}
	}

	private void join(Registration gone, Registration kept, Member holder, boolean over) {
		boolean improves = MergedPlace.of(gone, kept, "", over).outcome() == MergedPlace.Outcome.IMPROVES;
		Registration described = kept.describedBy(kept.name(), both(kept.remarks(), gone.remarks()));
		Registration next = improves ? improved(described, gone) : described.noLaterInLineThan(gone);
		Registration seen = (gone.attendedAt() != null) ? next.came(gone.attendedAt()) : next;
		boolean told = !over && seen.version() > kept.version();
		// One event, one version, whatever it tells of.
		Registration joined = seen.as(told ? kept.version() + 1 : kept.version());
		this.registrations.update(joined);
		if (told) {
			tell(event(kept, joined, holder, improves), joined);
		}
	}

	private Registration improved(Registration kept, Registration gone) {
		return switch (kept.status()) {
			case CANCELLED -> kept.takenAgain(kept.name(), gone.place(), this.clock.instant());
			case PENDING -> kept.confirmed(gone.place(), this.clock.instant());
			case WAITLISTED, REGISTERED -> kept.promoted(null);
		};
	}

	private RegistrationEvent event(Registration kept, Registration after, Member holder, boolean improves) {
		var state = after.state(holder, this.registrations.position(after));
		if (!improves) {
			return new AttendanceRecorded(state);
		}
		return switch (kept.status()) {
			case CANCELLED, REGISTERED -> new MemberRegistered(state);
			case PENDING -> new RegistrationConfirmed(state);
			case WAITLISTED -> new WaitlistPromoted(state);
		};
	}

	private void tell(RegistrationEvent event, Registration after) {
		this.outbox.append(event, after.version());
	}

	private static Remarks both(Remarks kept, Remarks gone) {
		Map<String, List<String>> answers = new HashMap<>(gone.answers());
		answers.putAll(kept.answers());
		return new Remarks((kept.affiliation() != null) ? kept.affiliation() : gone.affiliation(),
				(kept.note() != null) ? kept.note() : gone.note(), answers);
	}

}
