package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.AnnouncementRows.Range;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the announcement of a salon on by some rows: plans it for the people next in the
 * order of their ids, gives rows another deadline, or closes them.
 */
@Component
class AnnouncementWork {

	private final AnnouncementRuns runs;

	private final AnnouncementRows rows;

	private final Salons salons;

	private final Outcomes outcomes;

	private final DueSignal signal;

	private final Clock clock;

	AnnouncementWork(AnnouncementRuns runs, AnnouncementRows rows, Salons salons, Outcomes outcomes, DueSignal signal,
			Clock clock) {
		this.runs = runs;
		this.rows = rows;
		this.salons = salons;
		this.outcomes = outcomes;
		this.signal = signal;
		this.clock = clock;
	}

	/**
	 * In a transaction of its own.
	 * @param batch at most so many rows
	 * @return whether something is left to do
	 */
	@Transactional
	public boolean step(int salon, int batch) {
		boolean settled = this.runs.find(salon).map(AnnouncementRun::settled).orElse(true);
		if (settled) {
			// Else someone who is just being forgotten could be planned for.
			this.salons.lockToAnnounce();
		}
		this.salons.lockToRead(salon);
		AnnouncementRun run = this.runs.lock(salon).orElse(null);
		if (run != null && run.settled() != settled) {
			return true;
		}
		return advance(run, batch);
	}

	/**
	 * The same in a transaction that has locked the salon, and against subscribers if it
	 * has just been announced.
	 */
	public boolean stepWithin(int salon, int batch) {
		return advance(this.runs.lock(salon).orElse(null), batch);
	}

	private boolean advance(@Nullable AnnouncementRun run, int batch) {
		if (run == null || (run.complete() && run.settled())) {
			return false;
		}
		if (run.settled()) {
			return plan(run, batch);
		}
		return settle(run, batch) || !run.complete();
	}

	private boolean plan(AnnouncementRun run, int batch) {
		Instant now = this.clock.instant();
		Salon salon = this.salons.find(run.salon()).orElse(null);
		PlannedDelivery planned = (salon != null) ? MemberPlan.announcement(salon, now) : null;
		if (planned == null) {
			// It has begun: who has not heard of it by now need not.
			this.runs.planned(run.salon(), run.plannedTo(), true);
			return false;
		}
		Range range = this.rows.insert(run, planned, batch);
		this.runs.planned(run.salon(), range.last(), range.people() < batch);
		if (range.planned() > 0) {
			this.signal.raiseAfterCommit();
		}
		return range.people() == batch;
	}

	private boolean settle(AnnouncementRun run, int batch) {
		int changed;
		if (run.cancelled()) {
			List<Outcome> closed = this.rows.closeOfSalon(run.salon(), String.valueOf(run.reason()), batch);
			this.outcomes.tell(closed, this.clock.instant());
			changed = closed.size();
		}
		else {
			changed = this.rows.move(run.salon(), run.notAfter(), batch);
		}
		if (changed < batch) {
			this.runs.settled(run.salon());
			this.signal.raiseAfterCommit();
		}
		return changed == batch;
	}

}
