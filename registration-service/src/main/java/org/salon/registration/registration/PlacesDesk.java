package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.input.Refused;
import org.salon.registration.member.EmailAddress;
import org.salon.registration.member.MailLinks;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.registration.Registration.Place;
import org.salon.registration.salon.Gate;
import org.salon.registration.salon.Salons;

/**
 * What operators do to places: by the same rules, locks and events as their holders, but
 * past the line, and past the last seat where they say so.
 */
@Service
public class PlacesDesk {

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final GiveBack giveBack;

	private final Outbox outbox;

	private final Clock clock;

	PlacesDesk(Salons salons, Members members, Registrations registrations, GiveBack giveBack, Outbox outbox,
			Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.giveBack = giveBack;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Gives someone a seat, who is told by the confirmation with its calendar entry.
	 * @param beyondSeats whether also when all seats are taken
	 * @return the registration
	 * @throws Refused if they hold one, or there is none
	 */
	@Transactional
	public UUID add(int salonNumber, Newcomer newcomer, boolean beyondSeats) {
		Instant now = this.clock.instant();
		Gate gate = gate(salonNumber, now);
		Member member = this.members.signedUp(newcomer.email(), newcomer.name(), newcomer.locale(), now);
		Registration known = this.registrations.lock(salonNumber, member.id()).orElse(null);
		if (known != null && known.status() == RegistrationStatus.REGISTERED) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.people.holdsPlace");
		}
		if (known == null || !known.holdsSeat()) {
			checkSeats(gate, beyondSeats);
		}
		Registration seated = seated(known, member, gate, newcomer.affiliation(), now);
		if (known == null) {
			this.registrations.insert(seated);
		}
		else {
			this.registrations.update(seated);
		}
		tell(seated, member, known);
		return seated.id();
	}

	/**
	 * Gives someone in line a seat before their turn.
	 * @param beyondSeats whether also when all seats are taken
	 */
	@Transactional
	public void moveUp(int salonNumber, UUID registrationId, boolean beyondSeats) {
		UUID memberId = known(salonNumber, registrationId).memberId();
		Gate gate = gate(salonNumber, this.clock.instant());
		Member member = this.members.lock(memberId).orElseThrow(MailLinks::unknown);
		Registration waiting = this.registrations.lock(registrationId).orElseThrow(MailLinks::unknown);
		if (waiting.status() != RegistrationStatus.WAITLISTED) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.people.notInLine");
		}
		checkSeats(gate, beyondSeats);
		Registration promoted = waiting.promoted(null);
		this.registrations.update(promoted);
		tell(promoted, member, waiting);
	}

	/** Takes a place away as if its holder had given it back: they are told by mail. */
	@Transactional
	public void remove(int salonNumber, UUID registrationId) {
		this.giveBack.cancel(known(salonNumber, registrationId).id());
	}

	/** Forgets a person everywhere. */
	public void erase(UUID memberId) {
		this.giveBack.erase(memberId);
	}

	/** Whether nobody else fits in. */
	public boolean isFull(int salonNumber) {
		return this.salons.find(salonNumber)
			.map((salon) -> salon.details().capacity())
			.filter((capacity) -> this.registrations.taken(salonNumber) >= capacity)
			.isPresent();
	}

	private static Registration seated(@Nullable Registration known, Member member, Gate gate,
			@Nullable String affiliation, Instant now) {
		if (known == null) {
			return Registration.fresh(gate.number(), member, Place.SEAT, new Remarks(affiliation, null, Map.of()), now);
		}
		Remarks before = known.remarks();
		Registration named = known.describedBy(member.name(), new Remarks(
				(affiliation != null) ? affiliation : before.affiliation(), before.note(), before.answers()));
		return switch (known.status()) {
			case CANCELLED -> named.takenAgain(member.name(), Place.SEAT, now);
			case PENDING -> named.confirmed(Place.SEAT, now);
			case WAITLISTED, REGISTERED -> named.promoted(null);
		};
	}

	private void tell(Registration after, Member member, @Nullable Registration before) {
		RegistrationState state = after.state(member, null);
		RegistrationStatus was = (before != null) ? before.status() : RegistrationStatus.CANCELLED;
		RegistrationEvent event = switch (was) {
			case CANCELLED, REGISTERED -> new MemberRegistered(state);
			case PENDING -> new RegistrationConfirmed(state);
			case WAITLISTED -> new WaitlistPromoted(state);
		};
		this.outbox.append(event, after.version());
	}

	private void checkSeats(Gate gate, boolean beyondSeats) {
		if (!beyondSeats && !gate.hasRoomFor(this.registrations.taken(gate.number()))) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.people.full");
		}
	}

	private Gate gate(int salonNumber, Instant now) {
		Gate gate = this.salons.lockAll(List.of(salonNumber))
			.stream()
			.findFirst()
			.orElseThrow(() -> Refused.noSuchSalon(salonNumber));
		gate.open(now);
		return gate;
	}

	private Registration known(int salonNumber, UUID registrationId) {
		return this.registrations.find(registrationId)
			.filter((found) -> found.salonNumber() == salonNumber)
			.orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchRegistration"));
	}

	/**
	 * Who is added, checked.
	 *
	 * @param locale language of pages and mails, a BCP 47 tag
	 */
	public record Newcomer(String name, EmailAddress email, @Nullable String affiliation, String locale) {
	}

}
