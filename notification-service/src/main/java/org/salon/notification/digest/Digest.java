package org.salon.notification.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

/**
 * What there is to tell, as it is at one moment.
 *
 * @param dueAt of this digest
 * @param since when the last one was due
 * @param salons those that are coming, and those just held, by their start
 */
record Digest(Instant dueAt, Instant since, Instant now, List<OfSalon> salons) {

	/** A salon as near as that is told of though nothing is new. */
	private static final Duration NEAR = Duration.ofDays(3);

	/** Whether anybody needs to read it. */
	boolean worthSending() {
		return this.salons.stream()
			.anyMatch((salon) -> salon.news() || salon.held(this.now)
					|| !salon.salon().cancelled() && salon.salon().startsAt().isBefore(this.now.plus(NEAR)));
	}

	long arrived() {
		return this.salons.stream().mapToLong(OfSalon::arrived).sum();
	}

	long left() {
		return this.salons.stream().mapToLong((salon) -> salon.count(Standing.CANCELLED).fresh()).sum();
	}

	/** Everybody whom it names. */
	Set<UUID> people() {
		return this.salons.stream()
			.flatMap((salon) -> Stream.concat(salon.people().values().stream().flatMap(List::stream),
					salon.troubles().stream().flatMap((trouble) -> trouble.people().stream())))
			.map(Person::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What there is to tell of one salon.
	 *
	 * @param counts of all places, by what they are at
	 * @param people the first of them; of places given back only the new ones
	 * @param reminders when those that are still to come are due, and to how many
	 */
	record OfSalon(Salon salon, Map<Standing, Count> counts, Map<Standing, List<Person>> people, List<Trouble> troubles,
			List<Reminder> reminders) {

		Count count(Standing standing) {
			return this.counts.getOrDefault(standing, Count.NONE);
		}

		List<Person> people(Standing standing) {
			return this.people.getOrDefault(standing, List.of());
		}

		/** New places, and new places in line. */
		long arrived() {
			return count(Standing.REGISTERED).fresh() + count(Standing.WAITLISTED).fresh();
		}

		boolean held(Instant now) {
			return !this.salon.cancelled() && !now.isBefore(this.salon.endsAt());
		}

		private boolean news() {
			return arrived() + count(Standing.CANCELLED).fresh() > 0
					|| this.troubles.stream().anyMatch((trouble) -> trouble.fresh() > 0);
		}

	}

	/**
	 * How many there are.
	 *
	 * @param fresh of these, since the last digest
	 * @param seen of these, at the salon
	 */
	record Count(long places, long fresh, long seen) {

		static final Count NONE = new Count(0, 0, 0);

	}

	/** Someone with a place, or who had one. */
	record Person(UUID id, String name, boolean fresh) {
	}

	/**
	 * Mails of one kind that came to nothing in the same way, or are late.
	 *
	 * @param mails how many
	 * @param fresh of these, since the last digest
	 * @param people the first of those they are to
	 */
	record Trouble(DeliveryKind kind, What what, long mails, long fresh, List<Person> people) {

		/** What became of a mail. */
		enum What {

			/** It should have gone out by now. */
			LATE,
			/** The mail server refused it. */
			FAILED,
			/** It came back. */
			BOUNCED,
			/** There was no time left for it. */
			EXPIRED,
			/** Its address takes no mail. */
			SUPPRESSED

		}

	}

	/** A reminder that is still to come. */
	record Reminder(Instant dueAt, long people) {
	}

}
