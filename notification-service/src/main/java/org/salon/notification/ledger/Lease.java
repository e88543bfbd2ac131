package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

/**
 * A row that one sender holds for a while.
 *
 * @param fence whoever holds a lower one for this row has lost it
 * @param registrationId the place that it is about, if it is about one
 * @param salonNumber the salon, if it is about one
 * @param occurrence which of its kind
 * @param traceparent the trace of what caused it, if there is one
 * @param unknown whether the mail server may have the message already
 */
public record Lease(UUID deliveryId, long fence, @Nullable UUID registrationId, UUID memberId,
		@Nullable Integer salonNumber, DeliveryKind kind, int attempts, boolean unknown, @Nullable String address,
		Instant notAfter, int priority, Instant attemptAt, String occurrence, @Nullable String traceparent) {

	static final String COLUMNS = "d.id, d.fence, d.registration_id, d.member_id, d.salon_number, d.kind, "
			+ "d.attempts, d.unknown, d.address, d.not_after, d.priority, d.attempt_at, "
			+ "d.occurrence, d.traceparent";

	static Lease of(ResultSet row, int index) throws SQLException {
		return new Lease(Columns.uuid(row, "id"), row.getLong("fence"), Columns.nullableUuid(row, "registration_id"),
				Columns.uuid(row, "member_id"), Columns.nullableInteger(row, "salon_number"),
				DeliveryKind.valueOf(row.getString("kind")), row.getInt("attempts"), row.getBoolean("unknown"),
				row.getString("address"), Columns.instant(row, "not_after"), row.getInt("priority"),
				Columns.instant(row, "attempt_at"), row.getString("occurrence"), row.getString("traceparent"));
	}

}
