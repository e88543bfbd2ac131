package org.salon.notification.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.plan.PlannedDelivery.Fate;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows that move with the end of a salon while senders are at work; taken back. */
@NotificationTest
class LookingBackRowsIT {

	private static final Instant BEFORE = Instant.parse("2026-06-07T15:30:00Z");

	private static final Instant AFTER = BEFORE.plus(Duration.ofMinutes(30));

	@Autowired
	private PlannedRows rows;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "PLANNED, false, PLANNED, 6, true", "LEASED, false, PLANNED, 6, true",
			"SENDING, false, SENDING, 5, false", "LEASED, true, LEASED, 5, false", "UNKNOWN, true, UNKNOWN, 5, false",
			"SENT, false, SENT, 5, false" })
	void moveUnlessASenderHasBegun(LedgerState state, boolean unknown, LedgerState then, long fence, boolean moved) {
		this.transactions.executeWithoutResult((status) -> {
			UUID id = UUID.randomUUID();
			insert(id, state, unknown);
			// As it was when the plan was drawn, a moment ago.
			LedgerEntry seen = new LedgerEntry(id, null, DeliveryKind.FEEDBACK_REQUEST, "once", LedgerState.PLANNED,
					false, false, BEFORE, "someone@example.org");
			PlannedDelivery planned = new PlannedDelivery(DeliveryKind.FEEDBACK_REQUEST, "once", AFTER, AFTER,
					CalendarMethod.NONE, Fate.SEND, null);
			this.rows.adjust(List.of(new Reconciliation.Adjustment(seen, planned, "someone@example.org", false)));
			Map<String, Object> row = this.jdbc.sql("SELECT state, fence, due_at FROM delivery WHERE id = ?")
				.param(id)
				.query()
				.singleRow();
			assertThat(row).containsEntry("state", then.name())
				.containsEntry("fence", fence)
				.containsEntry("due_at", Timestamp.from(moved ? AFTER : BEFORE));
			status.setRollbackOnly();
		});
	}

	private void insert(UUID id, LedgerState state, boolean unknown) {
		this.jdbc.sql("""
				INSERT INTO delivery (id, channel, member_id, salon_number, kind, occurrence, priority, state, due_at,
					attempt_at, not_after, address, caused_by, caused_at, unknown, fence, lease_until)
				VALUES (:id, 'mail', gen_random_uuid(), :salon, 'FEEDBACK_REQUEST', 'once', 3, :state, :due, :due, :due,
					'someone@example.org', gen_random_uuid(), now(), :unknown, 5, now() + interval '1 day')
				""")
			.param("id", id)
			.param("salon", Fixtures.number())
			.param("state", state.name())
			.param("due", Timestamp.from(BEFORE))
			.param("unknown", unknown)
			.update();
	}

}
