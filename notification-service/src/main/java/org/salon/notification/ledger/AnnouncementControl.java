package org.salon.notification.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.salon.notification.ledger.AnnouncementRun.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the operator stop the announcement of a salon, for a while or for good. */
@Component
public class AnnouncementControl {

	private static final Set<LedgerState> LEFT = Set.of(LedgerState.PLANNED, LedgerState.LEASED, LedgerState.SENDING,
			LedgerState.RETRY, LedgerState.UNKNOWN);

	private final AnnouncementRuns runs;

	private final DueSignal signal;

	private final JdbcClient jdbc;

	private final Clock clock;

	AnnouncementControl(AnnouncementRuns runs, DueSignal signal, JdbcClient jdbc, Clock clock) {
		this.runs = runs;
		this.signal = signal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those of salons that are still to come, the next first. */
	public List<AnnouncementView> open() {
		return this.runs.open(this.clock.instant()).stream().map(this::view).toList();
	}

	public Optional<AnnouncementView> find(int salon) {
		return this.runs.find(salon).map(this::view);
	}

	/** Those that a courier has in hand at that moment still go. */
	@Transactional
	public Optional<AnnouncementView> pause(int salon) {
		return become(salon, State.PAUSED);
	}

	/** Those whose deadline passed meanwhile have expired. */
	@Transactional
	public Optional<AnnouncementView> resume(int salon) {
		return become(salon, State.GOING);
	}

	/** What is left is closed in the background. Again: no effect. */
	@Transactional
	public Optional<AnnouncementView> cancel(int salon) {
		this.runs.cancel(salon, "an operator called the announcement off");
		return find(salon);
	}

	private Optional<AnnouncementView> become(int salon, State state) {
		Optional<AnnouncementRun> run = this.runs.lock(salon);
		if (run.isPresent() && run.get().cancelled()) {
			throw new AnnouncementCancelled();
		}
		this.runs.become(salon, state);
		this.signal.raiseAfterCommit();
		return find(salon);
	}

	private AnnouncementView view(AnnouncementRun run) {
		Map<LedgerState, Long> rows = this.jdbc.sql("""
				SELECT state, count(*) AS rows FROM delivery
				WHERE salon_number = ? AND kind = 'ANNOUNCEMENT' GROUP BY state
				""")
			.param(run.salon())
			.query((row, index) -> Map.entry(LedgerState.valueOf(row.getString("state")), row.getLong("rows")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		long all = rows.values().stream().mapToLong(Long::longValue).sum();
		long left = LEFT.stream().mapToLong((state) -> rows.getOrDefault(state, 0L)).sum();
		long sent = rows.getOrDefault(LedgerState.SENT, 0L);
		long failed = rows.getOrDefault(LedgerState.FAILED, 0L);
		return new AnnouncementView(run.salon(), state(run, left), run.reason(), run.notAfter(), all, sent, failed,
				all - sent - failed - left, left);
	}

	private static AnnouncementView.State state(AnnouncementRun run, long left) {
		return switch (run.state()) {
			case CANCELLED -> run.settled() ? AnnouncementView.State.CANCELLED : AnnouncementView.State.CANCELLING;
			case PAUSED -> AnnouncementView.State.PAUSED;
			case GOING -> !run.complete() ? AnnouncementView.State.PLANNING
					: (left > 0) ? AnnouncementView.State.SENDING : AnnouncementView.State.DONE;
		};
	}

	/** It was cancelled, which is for good. */
	public static final class AnnouncementCancelled extends RuntimeException {

		AnnouncementCancelled() {
			super("the announcement was cancelled, which is for good");
		}

	}

}
