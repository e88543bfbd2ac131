package org.salon.registration.registration;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationStatus;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.delivery.DeliveryOutcomes;
import org.salon.registration.input.Refused;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.member.RefusedAddresses;
import org.salon.registration.salon.Gate;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.Salons;

/** Gives places back, by their holders' wish or because the holder is erased. */
@Service
class GiveBack {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final Waitlist waitlist;

	private final DeliveryOutcomes outcomes;

	private final RefusedAddresses refused;

	private final Outbox outbox;

	private final Clock clock;

	GiveBack(Salons salons, Members members, Registrations registrations, Waitlist waitlist, DeliveryOutcomes outcomes,
			RefusedAddresses refused, Outbox outbox, Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.waitlist = waitlist;
		this.outcomes = outcomes;
		this.refused = refused;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Gives one place back; again has no effect. The next in line gets it at once. */
	@Transactional
	public RegistrationStatus cancel(UUID registrationId) {
		Registration known = this.registrations.find(registrationId).orElseThrow(MailLinks::unknown);
		Gate gate = this.salons.lockAll(List.of(known.salonNumber())).getFirst();
		Member member = this.members.lock(known.memberId()).orElseThrow(MailLinks::unknown);
		Registration before = this.registrations.lock(registrationId).orElseThrow(MailLinks::unknown);
		if (!before.isLive()) {
			return before.status();
		}
		if (gate.stage() == SalonStage.ANNOUNCED && gate.isOver(this.clock.instant())) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon.HELD", gate.number());
		}
		return cancel(before, member, gate);
	}

	/**
	 * Gives a place back whose person declined the invitation, if that invitation is the
	 * valid one: not if the salon has another time since, or is over, or the place was
	 * given back, even if it was taken again.
	 * @param sequence of the invitation that was declined
	 */
	@Transactional
	public void decline(UUID registrationId, int sequence) {
		Registration known = this.registrations.find(registrationId).orElse(null);
		if (known == null) {
			return;
		}
		Gate gate = this.salons.lockAll(List.of(known.salonNumber())).getFirst();
		Member member = this.members.lock(known.memberId()).orElse(null);
		Registration before = this.registrations.lock(registrationId).orElse(null);
		if (member != null && before != null && before.status() == RegistrationStatus.REGISTERED
				&& gate.stage() == SalonStage.ANNOUNCED && !gate.isOver(this.clock.instant())
				&& sequence == before.calendarRevision() + this.salons.calendarRevision(gate.number())) {
			cancel(before, member, gate);
		}
	}

	private RegistrationStatus cancel(Registration before, Member member, Gate gate) {
		Registration after = before.cancelled();
		this.registrations.update(after);
		this.outbox.append(new RegistrationCancelled(after.state(member, null)), after.version());
		this.waitlist.moveUp(gate);
		return after.status();
	}

	/** Forgets a person: places, outcomes of mails, name and address. */
	@Transactional
	public void erase(UUID memberId) {
		List<Integer> numbers = this.registrations.ofMember(memberId).stream().map(Registration::salonNumber).toList();
		List<Gate> gates = this.salons.lockAll(numbers);
		Member member = this.members.lock(memberId)
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchMember"));
		this.registrations.deleteOf(memberId);
		this.outcomes.erase(memberId);
		this.refused.add(member.email(), RefusedAddresses.Reason.ERASED);
		this.members.erase(member, this.clock.instant());
		gates.forEach(this.waitlist::moveUp);
	}

}
