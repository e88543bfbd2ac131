package org.salon.registration.registration;

import java.time.Clock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.registration.MemberRegistered;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.salon.Salons;

/** What people change of their own place, besides holding it or not. */
@Service
class OwnPlace {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final Outbox outbox;

	private final Clock clock;

	OwnPlace(Salons salons, Members members, Registrations registrations, Outbox outbox, Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Another name, language or zone leaves as an event of the member.
	 * @param asked what the details were read against
	 */
	@Transactional
	public void describe(Registration known, OwnDetails details, Questionnaire asked, String locale) {
		Member member = this.members
			.change(known.memberId(), (before) -> before.described(details.name(), locale, details.zone()))
			.orElseThrow(MailLinks::unknown);
		Registration locked = this.registrations.lock(known.id()).orElseThrow(MailLinks::unknown);
		this.registrations
			.update(locked.describedBy(member.name(), details.remarks().keeping(locked.remarks(), asked)));
	}

	/**
	 * Has the mail about the place sent again.
	 * @return whether it is, which it is not when asked too often
	 * @throws org.salon.registration.input.Refused if the salon does not come any more
	 */
	@Transactional
	public boolean mailAgain(Registration known) {
		this.salons.enter(known.salonNumber()).orElseThrow(MailLinks::unknown).open(this.clock.instant());
		Member member = this.members.lock(known.memberId()).orElseThrow(MailLinks::unknown);
		Registration before = this.registrations.lock(known.id()).orElseThrow(MailLinks::unknown);
		Registration after = before.mailedAgain(this.clock.instant());
		if (after.equals(before)) {
			return false;
		}
		this.registrations.update(after);
		Integer position = this.registrations.position(after);
		this.outbox.append(new MemberRegistered(after.state(member, position)), after.version());
		return true;
	}

}
