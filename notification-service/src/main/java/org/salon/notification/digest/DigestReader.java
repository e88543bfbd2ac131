package org.salon.notification.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.salon.notification.digest.Digest.OfSalon;
import org.salon.notification.digest.Digest.Person;
import org.salon.notification.digest.Digest.Reminder;
import org.salon.notification.ledger.OrganiserMail;
import org.salon.notification.plan.PlanPolicy;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what a digest tells, all of it from one snapshot, in a transaction that cannot
 * write.
 */
@Component
class DigestReader {

	private static final Duration DAY = Duration.ofDays(1);

	private final DigestRows rows;

	private final OrganiserMail mail;

	private final Salons salons;

	private final PlanPolicy policy;

	private final TransactionTemplate snapshot;

	private final Clock clock;

	DigestReader(DigestRows rows, OrganiserMail mail, Salons salons, PlanPolicy policy,
			PlatformTransactionManager transactions, Clock clock) {
		this.rows = rows;
		this.mail = mail;
		this.salons = salons;
		this.policy = policy;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.clock = clock;
	}

	/** The digest of that row, as it is now; nothing, if there is no such row. */
	Optional<Digest> read(UUID deliveryId, UUID organiser) {
		return Objects.requireNonNull(this.snapshot
			.execute((status) -> this.mail.dueAt(deliveryId).map((dueAt) -> digest(dueAt, organiser))));
	}

	private Digest digest(Instant dueAt, UUID organiser) {
		Instant now = this.clock.instant();
		Instant since = this.mail.lastDueBefore(organiser, dueAt).orElse(dueAt.minus(DAY));
		List<OfSalon> told = this.salons.all()
			.stream()
			.filter((salon) -> tellsOf(salon, dueAt, now))
			.sorted(Comparator.comparing(Salon::startsAt).thenComparing(Salon::number))
			.map((salon) -> ofSalon(salon, since, now))
			.toList();
		return new Digest(dueAt, since, now, told);
	}

	/** What is coming, and what was held within the day before. */
	private static boolean tellsOf(Salon salon, Instant dueAt, Instant now) {
		return salon.cancelled() ? salon.startsAt().isAfter(now) : salon.endsAt().isAfter(dueAt.minus(DAY));
	}

	private OfSalon ofSalon(Salon salon, Instant since, Instant now) {
		int number = salon.number();
		Map<Standing, List<Person>> people = new EnumMap<>(Standing.class);
		for (Standing standing : List.of(Standing.REGISTERED, Standing.WAITLISTED, Standing.CANCELLED)) {
			people.put(standing, this.rows.people(number, standing, since));
		}
		return new OfSalon(salon, this.rows.counts(number, since), people, this.rows.troubles(number, since, now),
				reminders(salon, now));
	}

	/** Those by the plan too that nobody is reminded by yet. */
	private List<Reminder> reminders(Salon salon, Instant now) {
		if (salon.cancelled()) {
			return List.of();
		}
		TreeMap<Instant, Long> due = new TreeMap<>();
		this.policy.reminders()
			.of(salon)
			.offsets()
			.stream()
			.map(salon.startsAt()::minus)
			.filter(now::isBefore)
			.forEach((at) -> due.put(at, 0L));
		due.putAll(this.rows.reminders(salon.number(), now));
		return due.entrySet().stream().map((entry) -> new Reminder(entry.getKey(), entry.getValue())).toList();
	}

}
