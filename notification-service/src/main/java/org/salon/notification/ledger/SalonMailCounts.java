package org.salon.notification.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.salon.notification.database.Columns;
import org.salon.notification.ledger.SalonMails.Kind;
import org.salon.notification.ledger.SalonMails.Next;
import org.salon.notification.ledger.SalonMails.Undelivered;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the mails of one salon: what they came to is counted already, what is open is an
 * index that has nothing else.
 */
@Component
public class SalonMailCounts {

	private static final int SHOWN = 20;

	private static final int NEXT = 10;

	private static final List<LedgerState> UNDELIVERED = List.of(LedgerState.FAILED, LedgerState.BOUNCED,
			LedgerState.EXPIRED);

	private final Tally tally;

	private final JdbcClient jdbc;

	SalonMailCounts(Tally tally, JdbcClient jdbc) {
		this.tally = tally;
		this.jdbc = jdbc;
	}

	/** As it is now; of a salon without mails, nothing of each. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public SalonMails of(int salon) {
		Map<DeliveryKind, Map<LedgerState, Long>> settled = new EnumMap<>(DeliveryKind.class);
		this.tally.ofSalon(salon)
			.forEach((count) -> settled.computeIfAbsent(count.kind(), (kind) -> new EnumMap<>(LedgerState.class))
				.put(count.state(), count.mails()));
		List<Next> open = open(salon);
		Map<DeliveryKind, Long> waiting = new EnumMap<>(DeliveryKind.class);
		open.forEach((next) -> waiting.merge(next.kind(), next.mails(), Long::sum));
		List<Kind> kinds = Stream.of(DeliveryKind.values())
			.filter((kind) -> settled.containsKey(kind) || waiting.containsKey(kind))
			.map((kind) -> kind(kind, waiting.getOrDefault(kind, 0L), settled.getOrDefault(kind, Map.of())))
			.toList();
		long undelivered = kinds.stream().mapToLong((kind) -> kind.failed() + kind.bounced() + kind.expired()).sum();
		return new SalonMails(salon, open.isEmpty(), kinds.stream().mapToLong(Kind::sent).sum(),
				open.stream().mapToLong(Next::mails).sum(), undelivered, kinds,
				(undelivered > 0) ? undelivered(salon) : List.of(), open.stream().limit(NEXT).toList());
	}

	private List<Next> open(int salon) {
		return this.jdbc.sql("""
				SELECT kind, date_trunc('minute', due_at) AS due, count(*) AS mails FROM delivery
				WHERE salon_number = ? AND open AND salon_number IS NOT NULL GROUP BY 1, 2 ORDER BY 2, 1
				""")
			.param(salon)
			.query((row, index) -> new Next(DeliveryKind.valueOf(row.getString("kind")), Columns.instant(row, "due"),
					row.getLong("mails")))
			.list();
	}

	private List<Undelivered> undelivered(int salon) {
		List<Undelivered> found = new ArrayList<>();
		for (LedgerState state : UNDELIVERED) {
			found.addAll(this.jdbc.sql("""
					SELECT id, kind, address, reason, due_at FROM delivery
					WHERE salon_number = ? AND outcome = ? AND outcome <> 'SENT'
					ORDER BY due_at DESC, id DESC LIMIT ?
					""")
				.params(salon, state.name(), SHOWN)
				.query((row, index) -> new Undelivered(Columns.uuid(row, "id"),
						DeliveryKind.valueOf(row.getString("kind")), row.getString("address"), state,
						row.getString("reason"), Columns.instant(row, "due_at")))
				.list());
		}
		return found.stream().sorted(Comparator.comparing(Undelivered::dueAt).reversed()).limit(SHOWN).toList();
	}

	private static Kind kind(DeliveryKind kind, long waiting, Map<LedgerState, Long> settled) {
		return new Kind(kind, waiting, settled.getOrDefault(LedgerState.SENT, 0L),
				settled.getOrDefault(LedgerState.FAILED, 0L), settled.getOrDefault(LedgerState.BOUNCED, 0L),
				settled.getOrDefault(LedgerState.EXPIRED, 0L), settled.getOrDefault(LedgerState.SUPPRESSED, 0L),
				settled.getOrDefault(LedgerState.CANCELLED, 0L), settled.getOrDefault(LedgerState.SUPERSEDED, 0L));
	}

}
