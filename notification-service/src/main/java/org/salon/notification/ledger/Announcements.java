package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.salon.notification.member.Member;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;

/**
 * Brings the announcements in the ledger to what the plan says. They are as many as there
 * are subscribers, so that they are never read into memory: the database compares.
 * Whether one is still wanted is asked again when it is sent.
 */
@Component
public class Announcements {

	/** At most so many closed ones are told of at a time. */
	private static final int BATCH = 5_000;

	private final AnnouncementRows rows;

	private final Salons salons;

	private final Outcomes outcomes;

	private final DueSignal signal;

	private final Clock clock;

	Announcements(AnnouncementRows rows, Salons salons, Outcomes outcomes, DueSignal signal, Clock clock) {
		this.rows = rows;
		this.salons = salons;
		this.outcomes = outcomes;
		this.signal = signal;
		this.clock = clock;
	}

	/** Within a transaction that has locked the salon, after a change of it. */
	public void reconcile(@Nullable Salon before, Salon salon, Cause cause) {
		if (salon.cancelled()) {
			close(() -> this.rows.closeOfSalon(salon.number(), "the salon is called off", BATCH));
			return;
		}
		if (before != null && !before.startsAt().equals(salon.startsAt())) {
			this.rows.move(salon.number(), salon.startsAt());
		}
		if (before == null || !Objects.equals(before.announcedAt(), salon.announcedAt())) {
			announce(salon, null, cause);
		}
	}

	/**
	 * Within a transaction that has locked against announcements, after a change of the
	 * person.
	 */
	public void reconcile(@Nullable Member before, Member member, Cause cause) {
		if (!member.preferences().announcements()) {
			close(() -> this.rows.closeOfMember(member.id(), "the person wants no announcements", BATCH));
			return;
		}
		this.rows.readdress(member.id(), member.email());
		Instant subscribedAt = member.subscribedAt();
		boolean subscribes = before == null || !before.preferences().announcements();
		if (subscribes && subscribedAt != null) {
			// Those announced since then, but known here before the person was.
			this.salons.announcedSince(subscribedAt).forEach((salon) -> announce(salon, member, cause));
		}
	}

	/** Within a transaction that has locked the salon, after a registration for it. */
	public void reconcile(Registration registration, Member member) {
		// All others have no open announcement.
		if (member.preferences().announcements()) {
			close(() -> this.rows.closeOf(member.id(), registration.salonNumber(),
					"the person has signed up, or did before"));
		}
	}

	private void announce(Salon salon, @Nullable Member only, Cause cause) {
		PlannedDelivery planned = MemberPlan.announcement(salon, this.clock.instant());
		Instant announcedAt = salon.announcedAt();
		if (planned != null && announcedAt != null
				&& this.rows.insert(salon.number(), announcedAt, only, planned, cause) > 0) {
			this.signal.raiseAfterCommit();
		}
	}

	private void close(Supplier<List<Outcome>> batch) {
		List<Outcome> closed;
		do {
			closed = batch.get();
			this.outcomes.tell(closed, this.clock.instant());
		}
		while (closed.size() == BATCH);
	}

}
