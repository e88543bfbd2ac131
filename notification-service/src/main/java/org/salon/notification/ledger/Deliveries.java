package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger, to look at. */
@Repository
public class Deliveries {

	private static final String MATCHES = """
			(CAST(:salon AS integer) IS NULL OR salon_number = CAST(:salon AS integer))
			AND (CAST(:recipient AS text) IS NULL OR lower(address) = lower(:recipient)
				OR CAST(member_id AS text) = lower(:recipient))
			AND (CAST(:state AS text) IS NULL OR state = :state)
			""";

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One page, what is due latest first. */
	public List<DeliveryView> page(DeliveryFilter filter, int page, int size) {
		return matching(
				"SELECT * FROM delivery WHERE " + MATCHES + " ORDER BY due_at DESC, id LIMIT :size OFFSET :offset",
				filter)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(Deliveries::view)
			.list();
	}

	public long count(DeliveryFilter filter) {
		return matching("SELECT count(*) FROM delivery WHERE " + MATCHES, filter).query(Long.class).single();
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

	private JdbcClient.StatementSpec matching(String sql, DeliveryFilter filter) {
		LedgerState state = filter.state();
		return this.jdbc.sql(sql)
			.param("salon", filter.salon())
			.param("recipient", filter.recipient())
			.param("state", (state != null) ? state.name() : null);
	}

	private static DeliveryView view(ResultSet row, int index) throws SQLException {
		return new DeliveryView(Columns.uuid(row, "id"), DeliveryKind.valueOf(row.getString("kind")),
				row.getString("occurrence"), Columns.nullableInteger(row, "salon_number"),
				Columns.uuid(row, "member_id"), row.getString("address"), LedgerState.valueOf(row.getString("state")),
				row.getString("reason"), Columns.instant(row, "due_at"), Columns.instant(row, "not_after"),
				Columns.nullableInstant(row, "sent_at"), row.getInt("attempts"), Columns.uuid(row, "caused_by"));
	}

}
