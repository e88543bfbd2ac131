package org.salon.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.events.registration.RegistrationCancelled;
import org.salon.messaging.outbox.Outbox;
import org.salon.messaging.outbox.VersionedEvent;
import org.salon.registration.salon.Gate;
import org.salon.registration.salon.Salons;

/**
 * Ends pending places that were not confirmed, or not accepted, in time; the next in line
 * gets the seat in the same transaction. Any number of instances may run it: each takes
 * salons that no other has locked.
 */
@Component
class Lapses {

	private static final Logger logger = LoggerFactory.getLogger(Lapses.class);

	/** Of one salon in one transaction, so that its sign-ups do not wait for long. */
	private static final int BATCH = 100;

	private final Salons salons;

	private final Registrations registrations;

	private final Waitlist waitlist;

	private final Outbox outbox;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Lapses(Salons salons, Registrations registrations, Waitlist waitlist, Outbox outbox,
			PlatformTransactionManager transactions, Clock clock) {
		this.salons = salons;
		this.registrations = registrations;
		this.waitlist = waitlist;
		this.outbox = outbox;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Ends all that are due; those of a salon that is locked wait for the next time. */
	@Scheduled(fixedDelayString = "${salon.registration.lapse-interval:3s}")
	void endDue() {
		try {
			while (Boolean.TRUE.equals(this.transaction.execute((status) -> endDueOfOneSalon()))) {
				logger.debug("pending places of one salon ended");
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("pending places could not be ended, later again: {}", ex.getClass().getSimpleName());
		}
	}

	/** Ends one place that is locked, as its salon is. */
	Registration end(Registration due, Gate gate) {
		Registration ended = due.cancelled();
		this.outbox.append(List.of(write(ended)));
		this.waitlist.moveUp(gate);
		return ended;
	}

	private boolean endDueOfOneSalon() {
		Instant now = this.clock.instant();
		Optional<Gate> gate = this.salons.lockOneWithDue(now);
		gate.ifPresent((locked) -> {
			List<Registration> due = this.registrations.due(locked.number(), now, BATCH);
			// None if another instance was done between the look and the lock.
			if (!due.isEmpty()) {
				this.outbox.append(due.stream().map((place) -> write(place.cancelled())).toList());
				this.waitlist.moveUp(locked);
			}
		});
		return gate.isPresent();
	}

	private VersionedEvent write(Registration ended) {
		this.registrations.update(ended);
		return new VersionedEvent(new RegistrationCancelled(ended.state(this.waitlist.holder(ended), null)),
				ended.version());
	}

}
