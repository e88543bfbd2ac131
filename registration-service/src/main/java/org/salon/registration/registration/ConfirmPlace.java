package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.RegistrationStatus;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.input.Refused;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.registration.Registration.Place;
import org.salon.registration.salon.Gate;
import org.salon.registration.salon.Salons;

/**
 * Confirms a pending place, or accepts a seat that was offered: the same to the holder.
 */
@Service
class ConfirmPlace {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final Seats seats;

	private final Outbox outbox;

	private final Clock clock;

	ConfirmPlace(Salons salons, Members members, Registrations registrations, Seats seats, Outbox outbox, Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.seats = seats;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Confirms; again has no effect.
	 * @return what the person has now: a seat, or a place in line
	 * @throws Refused once the time for it is over, whether or not the place has gone to
	 * someone else already
	 */
	@Transactional
	public RegistrationStatus confirm(UUID registrationId) {
		Registration known = this.registrations.find(registrationId).orElseThrow(MailLinks::unknown);
		Gate gate = this.salons.lockAll(List.of(known.salonNumber())).getFirst();
		Member member = this.members.lock(known.memberId()).orElseThrow(MailLinks::unknown);
		Registration pending = this.registrations.lock(registrationId).orElseThrow(MailLinks::unknown);
		Instant now = this.clock.instant();
		if (pending.isLive() && pending.status() != RegistrationStatus.PENDING) {
			return pending.status();
		}
		gate.open(now);
		if (!pending.isLive() || pending.isDue(now)) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.confirmTooLate");
		}
		Place place = pending.holdsSeat() ? Place.SEAT : this.seats.next(gate);
		Registration confirmed = pending.confirmed(place, now);
		this.registrations.update(confirmed);
		this.outbox.append(new RegistrationConfirmed(confirmed.state(member, this.registrations.position(confirmed))),
				confirmed.version());
		return confirmed.status();
	}

}
