package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger, to look at. */
@Repository
public class Deliveries {

	/** Of more messages to a recipient than that, those due latest are looked through. */
	private static final int FEW = 2_000;

	private final JdbcClient jdbc;

	private final Clock clock;

	Deliveries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** One page, what is due latest first: the later the page, the longer it takes. */
	public List<DeliveryView> page(DeliveryFilter filter, int page, int size) {
		return read(query(filter, null), size, (long) page * size);
	}

	/**
	 * So many, what is due latest first, behind the last of the page before. However many
	 * are added meanwhile, none that was there is missed or comes twice.
	 * @param after none for the first page
	 */
	public Slice after(DeliveryFilter filter, @Nullable DeliveryCursor after, int size) {
		List<DeliveryView> found = read(query(filter, after), size + 1, 0);
		if (found.size() <= size) {
			return new Slice(found, null);
		}
		List<DeliveryView> items = List.copyOf(found.subList(0, size));
		return new Slice(items, DeliveryCursor.of(items.getLast()));
	}

	/** All of them are looked at: of millions it takes seconds. */
	public long count(DeliveryFilter filter) {
		DeliveryQuery query = query(filter, null);
		return this.jdbc.sql(query.count()).params(query.values()).query(Long.class).single();
	}

	private DeliveryQuery query(DeliveryFilter filter, @Nullable DeliveryCursor after) {
		return new DeliveryQuery(filter, few(filter.recipient()), after, this.clock.instant());
	}

	private @Nullable List<UUID> few(@Nullable String recipient) {
		if (recipient == null) {
			return null;
		}
		Map<String, Object> values = new HashMap<>(Map.of("few", FEW + 1));
		String which = DeliveryQuery.recipient(recipient, values);
		List<UUID> ids = this.jdbc.sql("SELECT d.id FROM delivery d WHERE " + which + " LIMIT :few")
			.params(values)
			.query(UUID.class)
			.list();
		return (ids.size() <= FEW) ? ids : null;
	}

	private List<DeliveryView> read(DeliveryQuery query, int size, long offset) {
		String statement = query.page(size, offset);
		return this.jdbc.sql(statement).params(query.values()).query(Deliveries::view).list();
	}

	public Optional<DeliveryView> find(UUID id) {
		return this.jdbc.sql("SELECT * FROM delivery WHERE id = ?").param(id).query(Deliveries::view).optional();
	}

	/** What was, is and will be sent because of one salon. */
	public List<PlanLine> plan(int salon) {
		return this.jdbc.sql("""
				SELECT kind, occurrence, state, count(*) AS recipients, min(due_at) AS due, max(due_at) AS last_due,
					max(not_after) AS not_after
				FROM delivery WHERE salon_number = ?
				GROUP BY kind, occurrence, state ORDER BY due, kind, occurrence, state
				""")
			.param(salon)
			.query((row, index) -> new PlanLine(DeliveryKind.valueOf(row.getString("kind")),
					row.getString("occurrence"), LedgerState.valueOf(row.getString("state")), row.getInt("recipients"),
					Columns.instant(row, "due"), Columns.instant(row, "last_due"), Columns.instant(row, "not_after")))
			.list();
	}

	private static DeliveryView view(ResultSet row, int index) throws SQLException {
		return new DeliveryView(Columns.uuid(row, "id"), DeliveryKind.valueOf(row.getString("kind")),
				row.getString("occurrence"), Columns.nullableInteger(row, "salon_number"),
				Columns.uuid(row, "member_id"), row.getString("address"), LedgerState.valueOf(row.getString("state")),
				row.getString("reason"), Columns.instant(row, "due_at"), Columns.instant(row, "not_after"),
				Columns.nullableInstant(row, "sent_at"), row.getInt("attempts"), Columns.uuid(row, "caused_by"));
	}

	/**
	 * One page.
	 *
	 * @param last where the next page goes on; nothing, if this is the last
	 */
	public record Slice(List<DeliveryView> items, @Nullable DeliveryCursor last) {
	}

}
