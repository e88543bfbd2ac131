package org.salon.notification.ledger;

import java.time.Instant;

import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts many rows into the ledger that wait, for tests that take them back. */
public final class Waiting {

	private final JdbcClient jdbc;

	private final int salon;

	public Waiting(JdbcClient jdbc, int salon) {
		this.jdbc = jdbc;
		this.salon = salon;
	}

	/** All to people of their own at that domain, each due a moment after the other. */
	public void add(DeliveryKind kind, int rows, String domain, Instant due) {
		this.jdbc.sql("""
				INSERT INTO delivery (id, channel, member_id, salon_number, kind, occurrence, priority, state, lane,
					due_at, attempt_at, not_after, address, caused_by, caused_at)
				SELECT gen_random_uuid(), 'mail', gen_random_uuid(), :salon, :kind, 'once', :priority, 'PLANNED', :lane,
					t.due, t.due, t.due + interval '1 day', 'm' || n || '@' || :domain, gen_random_uuid(), t.due
				FROM generate_series(1, :rows) n, LATERAL (SELECT CAST(:due AS timestamptz)
					+ n * interval '1 microsecond' AS due) t
				""")
			.param("salon", this.salon)
			.param("kind", kind.name())
			.param("priority", kind.priority())
			.param("lane", (kind == DeliveryKind.ANNOUNCEMENT) ? Integer.toString(this.salon) : "")
			.param("rows", rows)
			.param("domain", domain)
			.param("due", Columns.timestamp(due))
			.update();
	}

	public long count(String condition) {
		return this.jdbc.sql("SELECT count(*) FROM delivery WHERE salon_number = ? AND " + condition)
			.param(this.salon)
			.query(Long.class)
			.single();
	}

}
