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

	/** What is more than that goes on after the event's transaction. */
	private static final int AT_ONCE = 1_000;

	private final AnnouncementRows rows;

	private final AnnouncementRuns runs;

	private final AnnouncementWork work;

	private final Salons salons;

	private final Outcomes outcomes;

	private final DueSignal signal;

	private final Clock clock;

	Announcements(AnnouncementRows rows, AnnouncementRuns runs, AnnouncementWork work, Salons salons, Outcomes outcomes,
			DueSignal signal, Clock clock) {
		this.rows = rows;
		this.runs = runs;
		this.work = work;
		this.salons = salons;
		this.outcomes = outcomes;
		this.signal = signal;
		this.clock = clock;
	}

	/**
	 * Within a transaction that has locked the salon, after a change of it. Of many rows
	 * it does some; the others follow in transactions of their own, so that no event
	 * waits.
	 */
	public void reconcile(@Nullable Salon before, Salon salon, Cause cause) {
		int number = salon.number();
		Instant announcedAt = salon.announcedAt();
		boolean moved = before != null && !before.startsAt().equals(salon.startsAt());
		if (salon.cancelled()) {
			this.runs.cancel(number, "the salon is called off");
		}
		else if (moved) {
			this.runs.move(number, salon.startsAt());
		}
		boolean announced = before == null || !Objects.equals(before.announcedAt(), announcedAt);
		if (!announced && !moved && !salon.cancelled()) {
			return;
		}
		if (announced && announcedAt != null && MemberPlan.announcement(salon, this.clock.instant()) != null) {
			this.runs.begin(number, announcedAt, salon.startsAt(), cause);
		}
		this.work.stepWithin(number, AT_ONCE);
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

	private void announce(Salon salon, Member member, Cause cause) {
		PlannedDelivery planned = MemberPlan.announcement(salon, this.clock.instant());
		AnnouncementRun run = this.runs.lockToRead(salon.number()).orElse(null);
		if (planned != null && run != null && !run.cancelled()
				&& this.rows.insertFor(run, member.id(), planned, cause)) {
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
