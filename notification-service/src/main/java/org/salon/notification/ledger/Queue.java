package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.QueueRows.Count;
import org.salon.notification.ledger.QueueView.Backlog;
import org.salon.notification.ledger.QueueView.Held;
import org.salon.notification.ledger.QueueView.Reason;
import org.salon.notification.limit.SendLimits;
import org.salon.notification.metrics.QueueMetrics;

import org.springframework.stereotype.Component;

/** What waits to be sent, for what, and for how long yet. */
@Component
public class Queue {

	private final QueueRows rows;

	private final SendLimits limits;

	private final QueueMetrics metrics;

	private final Clock clock;

	private QueueView latest = new QueueView(List.of(), 0, 0, 0, List.of(), null);

	private long lookedAt = System.nanoTime() - Duration.ofMinutes(1).toNanos();

	Queue(QueueRows rows, SendLimits limits, QueueMetrics metrics, Clock clock) {
		this.rows = rows;
		this.limits = limits;
		this.metrics = metrics;
		this.clock = clock;
		for (Reason reason : Reason.values()) {
			metrics.held(reason.name(), this, (queue) -> queue.held(reason));
		}
	}

	/** As it is now. */
	public QueueView view() {
		Instant now = this.clock.instant();
		List<Count> counts = this.rows.count(now);
		Set<Integer> paused = new HashSet<>(this.rows.paused());
		List<Held> held = held(counts, paused);
		long due = counts.stream().filter((count) -> going(count, paused)).mapToLong(Count::due).sum();
		Instant oldest = counts.stream()
			.filter((count) -> going(count, paused))
			.map(Count::oldest)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(now);
		long sent = this.metrics.sentLastMinute();
		double age = Math.max(0, Duration.between(oldest, now).toMillis() / 1000.0);
		return new QueueView(backlog(counts), due, age, sent, held, through(due, sent, held, now));
	}

	/** Scraped often, and by several: counted anew at most every ten seconds. */
	private synchronized double held(Reason reason) {
		if (System.nanoTime() - this.lookedAt > Duration.ofSeconds(10).toNanos()) {
			this.latest = view();
			this.lookedAt = System.nanoTime();
		}
		return this.latest.held().stream().filter((held) -> held.reason() == reason).mapToLong(Held::rows).sum();
	}

	private List<Held> held(List<Count> counts, Set<Integer> paused) {
		List<Held> held = new ArrayList<>();
		Map<Integer, Long> ofSalons = new TreeMap<>();
		Map<String, Long> ofDomains = new TreeMap<>();
		long open = 0;
		for (Count count : counts) {
			Integer salon = count.lane().salon();
			String domain = count.lane().domain();
			if (salon != null && paused.contains(salon)) {
				ofSalons.merge(salon, count.due(), Long::sum);
			}
			else if (domain != null) {
				ofDomains.merge(domain, count.due(), Long::sum);
			}
			else {
				open += count.due();
			}
		}
		if (this.limits.available() == 0) {
			add(held, new Held(Reason.LIMIT, null, null, this.limits.perMinute(), open));
		}
		ofDomains.forEach((domain, rows) -> add(held,
				new Held(Reason.DOMAIN, domain, null, this.limits.perMinute(domain), rows)));
		ofSalons.forEach((salon, rows) -> add(held, new Held(Reason.PAUSED, null, salon, null, rows)));
		return held;
	}

	private @Nullable Instant through(long due, long sentLastMinute, List<Held> held, Instant now) {
		Integer perMinute = this.limits.perMinute();
		long ofDomains = held.stream().filter((line) -> line.reason() == Reason.DOMAIN).mapToLong(Held::rows).sum();
		double minutes = (perMinute != null) ? (double) due / perMinute : minutes(due - ofDomains, sentLastMinute);
		for (Held line : held) {
			Integer limit = line.perMinute();
			if (line.reason() == Reason.DOMAIN && limit != null) {
				minutes = Math.max(minutes, (double) line.rows() / limit);
			}
		}
		return Double.isInfinite(minutes) ? null : now.plusMillis(Math.round(minutes * 60_000));
	}

	private static double minutes(long rows, long perMinute) {
		return (rows == 0) ? 0 : (double) rows / perMinute;
	}

	private static void add(List<Held> held, Held line) {
		if (line.rows() > 0) {
			held.add(line);
		}
	}

	private static boolean going(Count count, Set<Integer> paused) {
		Integer salon = count.lane().salon();
		return salon == null || !paused.contains(salon);
	}

	private static List<Backlog> backlog(List<Count> counts) {
		return counts.stream()
			.collect(Collectors.groupingBy((count) -> new Backlog(count.kind(), count.state(), 0),
					Collectors.summingLong(Count::rows)))
			.entrySet()
			.stream()
			.map((entry) -> new Backlog(entry.getKey().kind(), entry.getKey().state(), entry.getValue()))
			.sorted(Comparator.comparing(Backlog::kind).thenComparing(Backlog::state))
			.toList();
	}

}
