package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.events.registration.MemberRegistered;
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
 * Takes a place. Rows are locked in the order salon, member, registration, here and
 * wherever places change; registration and event commit together, and the answer comes
 * after.
 */
@Service
class SignUp {

	private static final int ATTEMPTS = 3;

	private final Salons salons;

	private final Members members;

	private final Registrations registrations;

	private final Seats seats;

	private final Lapses lapses;

	private final IdempotencyKeys keys;

	private final SignUpSources sources;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	private final RegistrationMetrics metrics;

	private final Clock clock;

	SignUp(Salons salons, Members members, Registrations registrations, Seats seats, Lapses lapses,
			IdempotencyKeys keys, SignUpSources sources, Outbox outbox, PlatformTransactionManager transactions,
			RegistrationMetrics metrics, Clock clock) {
		this.salons = salons;
		this.members = members;
		this.registrations = registrations;
		this.seats = seats;
		this.lapses = lapses;
		this.keys = keys;
		this.sources = sources;
		this.outbox = outbox;
		this.transaction = new TransactionTemplate(transactions);
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Signs a person up.
	 * @return what a newcomer gets, whoever asks, so that nobody learns who is registered
	 */
	RegistrationStatus signUp(int salonNumber, Applicant applicant, @Nullable String idempotencyKey) {
		return this.metrics.timed(() -> repeated(() -> {
			if (idempotencyKey == null) {
				return enter(salonNumber, applicant);
			}
			Optional<String> answered = this.keys.claim(salonNumber, idempotencyKey, applicant, this.clock.instant());
			if (answered.isPresent()) {
				return RegistrationStatus.valueOf(answered.get());
			}
			RegistrationStatus status = enter(salonNumber, applicant);
			this.keys.answered(salonNumber, idempotencyKey, status.name());
			return status;
		}));
	}

	/**
	 * Takes a place again that was given back or lapsed, as the person was called then.
	 * Whoever has the link from the mail need not confirm the address.
	 */
	void takeAgain(UUID registrationId) {
		repeated(() -> {
			Registration found = this.registrations.find(registrationId).orElseThrow(MailLinks::unknown);
			Instant now = this.clock.instant();
			Gate gate = enter(found.salonNumber(), now);
			Member member = this.members.lock(found.memberId()).orElseThrow(MailLinks::unknown);
			Registration locked = this.registrations.lock(registrationId).orElseThrow(MailLinks::unknown);
			Registration known = endedIfDue(locked, gate, now);
			if (!known.isLive()) {
				Registration taken = known.takenAgain(known.name(), this.seats.next(gate), now);
				this.registrations.update(taken);
				tell(taken, member);
			}
			return locked.status();
		});
	}

	private RegistrationStatus enter(int salonNumber, Applicant applicant) {
		Instant now = this.clock.instant();
		Gate gate = enter(salonNumber, now);
		Member member = this.members.signedUp(applicant.email(), applicant.name(), applicant.locale(), now);
		Optional<Registration> known = this.registrations.lock(salonNumber, member.id())
			.map((locked) -> endedIfDue(locked, gate, now));
		Place newcomers = this.seats.newcomers(gate, now);
		if (known.isEmpty()) {
			Registration fresh = Registration.fresh(salonNumber, member, newcomers, applicant.remarks(), now);
			this.registrations.insert(fresh);
			if (applicant.source() != null) {
				this.sources.note(fresh.id(), salonNumber, applicant.source());
			}
			tell(fresh, member);
			this.metrics.signedUp(newcomers.status());
		}
		else {
			again(known.get().saying(applicant.remarks().after(known.get().remarks())), member, newcomers, now);
			this.metrics.signedUpAgain();
		}
		return newcomers.status();
	}

	private void again(Registration known, Member member, Place newcomers, Instant now) {
		Registration next = known.isLive() ? known.askedAgain(member.name(), now)
				: known.takenAgain(member.name(), newcomers, now);
		this.registrations.update(next);
		if (next.version() > known.version()) {
			tell(next, member);
		}
	}

	private Gate enter(int salonNumber, Instant now) {
		Gate gate = this.salons.enter(salonNumber).orElseThrow(() -> Refused.noSuchSalon(salonNumber));
		gate.open(now);
		return gate;
	}

	private Registration endedIfDue(Registration locked, Gate gate, Instant now) {
		return locked.isDue(now) ? this.lapses.end(locked, gate) : locked;
	}

	private void tell(Registration registration, Member member) {
		Integer position = this.registrations.position(registration);
		this.outbox.append(new MemberRegistered(registration.state(member, position)), registration.version());
	}

	private RegistrationStatus repeated(Supplier<RegistrationStatus> work) {
		for (int attempt = 1;; attempt++) {
			try {
				RegistrationStatus status = this.transaction.execute((ignored) -> work.get());
				if (status == null) {
					throw new IllegalStateException("a sign-up without an outcome");
				}
				return status;
			}
			catch (ConcurrencyFailureException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

}
