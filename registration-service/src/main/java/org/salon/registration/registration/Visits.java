package org.salon.registration.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.link.LinkPurpose;
import org.salon.events.link.LinkToken;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.FeedbackGiven;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.salon.Salons;

/**
 * Lets the features beside this one find places by the links in mails, and mark them. A
 * mark and its event commit in the caller's transaction.
 */
@Component
public class Visits {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final MailLinks links;

	private final Outbox outbox;

	Visits(Salons salons, Members members, Registrations registrations, MailLinks links, Outbox outbox) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.links = links;
		this.outbox = outbox;
	}

	/** The place that the link leads to, if it still counts. */
	public Visit behind(String token, LinkPurpose purpose) {
		LinkToken link = this.links.read(token, purpose);
		Registration registration = this.registrations.find(link.id()).orElseThrow(MailLinks::unknown);
		this.links.checkGeneration(link, registration.linkGeneration());
		return Visit.of(registration);
	}

	public Optional<Visit> find(UUID id) {
		return this.registrations.find(id).map(Visit::of);
	}

	/**
	 * The place, kept from change until the transaction ends, as are its salon and its
	 * person: all in the order in which everyone locks them.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Visit lock(UUID id) {
		Registration known = this.registrations.find(id).orElseThrow(MailLinks::unknown);
		this.salons.lockAll(List.of(known.salonNumber()));
		Optional<Member> member = this.members.lock(known.memberId());
		if (member.isEmpty()) {
			throw MailLinks.unknown();
		}
		return Visit.of(this.registrations.lock(id).orElseThrow(MailLinks::unknown));
	}

	/** Notes that the person of a locked place came; the first time counts. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Visit cameAt(UUID id, Instant at) {
		Registration before = this.registrations.lock(id).orElseThrow(MailLinks::unknown);
		Registration after = before.came(at);
		if (after != before) {
			store(after, AttendanceRecorded::new);
		}
		return Visit.of(after);
	}

	/** Notes that the person of a locked place has not come after all. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Visit notCome(UUID id) {
		Registration before = this.registrations.lock(id).orElseThrow(MailLinks::unknown);
		Registration after = before.notCome();
		if (after != before) {
			store(after, AttendanceRecorded::new);
		}
		return Visit.of(after);
	}

	/** Tells that the person of a locked place said how the salon was. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void rated(UUID id, int stars) {
		Registration after = this.registrations.lock(id).orElseThrow(MailLinks::unknown).rated();
		store(after, (state) -> new FeedbackGiven(state, stars));
	}

	private void store(Registration after, Function<RegistrationState, RegistrationEvent> event) {
		Member member = this.members.find(after.memberId()).orElseThrow(MailLinks::unknown);
		this.registrations.update(after);
		this.outbox.append(event.apply(after.state(member, null)), after.version());
	}

}
