package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;

/**
 * A row that has an outcome now.
 *
 * @param version which of the row's outcomes it is, from 1
 */
record Outcome(UUID deliveryId, DeliveryKind kind, String channel, UUID memberId, @Nullable UUID registrationId,
		@Nullable Integer salonNumber, String occurrence, LedgerState state, @Nullable String reason, Instant dueAt,
		Instant causedAt, long version) {

	/**
	 * The columns that {@link #of} reads, for a {@code RETURNING} clause on delivery d.
	 */
	static final String COLUMNS = "d.id, d.kind, d.channel, d.member_id, d.registration_id, d.salon_number, "
			+ "d.occurrence, d.state, d.reason, d.due_at, d.caused_at, d.event_version";

	static Outcome of(ResultSet row, int index) throws SQLException {
		return new Outcome(Columns.uuid(row, "id"), DeliveryKind.valueOf(row.getString("kind")),
				row.getString("channel"), Columns.uuid(row, "member_id"), Columns.nullableUuid(row, "registration_id"),
				Columns.nullableInteger(row, "salon_number"), row.getString("occurrence"),
				LedgerState.valueOf(row.getString("state")), row.getString("reason"), Columns.instant(row, "due_at"),
				Columns.instant(row, "caused_at"), row.getLong("event_version"));
	}

	static List<UUID> ids(List<Outcome> outcomes) {
		return outcomes.stream().map(Outcome::deliveryId).toList();
	}

	/** What the outside calls it; nothing, while it has no outcome. */
	@Nullable DeliveryOutcome published() {
		return switch (this.state) {
			case SENT -> DeliveryOutcome.SENT;
			case FAILED -> DeliveryOutcome.FAILED;
			case BOUNCED -> DeliveryOutcome.BOUNCED;
			case SUPPRESSED -> DeliveryOutcome.SUPPRESSED;
			case EXPIRED -> DeliveryOutcome.EXPIRED;
			case CANCELLED, SUPERSEDED -> DeliveryOutcome.CANCELLED;
			case PLANNED, LEASED, SENDING, RETRY, UNKNOWN -> null;
		};
	}

}
