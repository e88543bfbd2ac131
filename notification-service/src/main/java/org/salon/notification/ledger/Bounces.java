package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what became of mails after the mail server had accepted them. Each call is one
 * transaction, and the same one again changes nothing.
 */
@Component
public class Bounces {

	/**
	 * So many mails to one address that came back within the time, and it gets no more.
	 */
	private static final int TOO_MANY = 3;

	private static final Duration WITHIN = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final Suppressions suppressions;

	private final Tally tally;

	private final Outcomes outcomes;

	private final Clock clock;

	Bounces(JdbcClient jdbc, Suppressions suppressions, Tally tally, Outcomes outcomes, Clock clock) {
		this.jdbc = jdbc;
		this.suppressions = suppressions;
		this.tally = tally;
		this.outcomes = outcomes;
		this.clock = clock;
	}

	/**
	 * A mail came back.
	 * @param reason in words for an operator, without addresses
	 * @param noSuchAddress whether that is why: its address gets no more mails
	 */
	@Transactional
	public Effect bounced(UUID deliveryId, String reason, boolean noSuchAddress) {
		Row row = lock(deliveryId).orElse(null);
		if (row == null || !row.handedOver()) {
			return Effect.IGNORED;
		}
		boolean repeated = row.state() == LedgerState.BOUNCED;
		if (!repeated) {
			close(deliveryId, row.state(), reason, noSuchAddress);
		}
		if (noSuchAddress && (!repeated || row.softly())) {
			return (this.suppressions.add(row.address(), reason) || !repeated) ? Effect.RECORDED : Effect.REPEATED;
		}
		if (repeated) {
			// An operator may have taken the address off the list since.
			return Effect.REPEATED;
		}
		if (softBounces(row.address()) >= TOO_MANY) {
			this.suppressions.add(row.address(),
					TOO_MANY + " mails came back within " + WITHIN.toDays() + " days, the last because of: " + reason);
		}
		return Effect.RECORDED;
	}

	/** Its reader calls a mail unwanted: the address gets no more mails. */
	@Transactional
	public Effect complained(UUID deliveryId) {
		Row row = lock(deliveryId).orElse(null);
		if (row == null || !row.handedOver()) {
			return Effect.IGNORED;
		}
		return this.suppressions.add(row.address(), "complaint") ? Effect.RECORDED : Effect.REPEATED;
	}

	/** A person who was erased has no row with an address any more. */
	private Optional<Row> lock(UUID deliveryId) {
		return this.jdbc.sql("""
				SELECT state, unknown, address, soft_bounced_at IS NOT NULL AS softly FROM delivery
				WHERE id = ? AND channel = ? AND address IS NOT NULL
				FOR UPDATE
				""")
			.params(deliveryId, Channels.MAIL)
			.query((row, index) -> new Row(LedgerState.valueOf(row.getString("state")), row.getBoolean("unknown"),
					row.getString("address"), row.getBoolean("softly")))
			.optional();
	}

	private void close(UUID deliveryId, LedgerState before, String reason, boolean noSuchAddress) {
		Instant now = this.clock.instant();
		List<Outcome> outcome = this.jdbc.sql("""
				UPDATE delivery d SET state = 'BOUNCED', reason = :reason, closed_by = 'SENDER', lease_owner = NULL,
					lease_until = NULL, event_version = d.event_version + 1,
					soft_bounced_at = CASE WHEN :soft THEN CAST(:now AS timestamptz) END
				WHERE d.id = :id
				RETURNING %s
				""".formatted(Outcome.COLUMNS))
			.param("id", deliveryId)
			.param("reason", reason)
			.param("soft", !noSuchAddress)
			.param("now", Columns.timestamp(now))
			.query(Outcome::of)
			.list();
		this.tally.takeBack(outcome.stream()
			.map((one) -> new Tally.Former(one.salonNumber(), one.kind(), before, one.state()))
			.toList(), now);
		this.outcomes.tell(outcome, now);
	}

	private int softBounces(String address) {
		// Two that come back at the same moment would not see each other.
		this.jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(lower(?), 0))")
			.param(address)
			.query(Integer.class)
			.single();
		return this.jdbc.sql("SELECT count(*) FROM delivery WHERE lower(address) = lower(?) AND soft_bounced_at > ?")
			.params(address, Columns.timestamp(this.clock.instant().minus(WITHIN)))
			.query(Integer.class)
			.single();
	}

	/** What came of a report. */
	public enum Effect {

		/** It says something new. */
		RECORDED,
		/** All that it says was known. */
		REPEATED,
		/** It is about no mail that was handed over from here. */
		IGNORED

	}

	private record Row(LedgerState state, boolean unknown, @Nullable String knownAddress, boolean softly) {

		String address() {
			return Objects.requireNonNull(this.knownAddress, "address");
		}

		/** Whether the mail server has it, or may have. */
		boolean handedOver() {
			return this.unknown || switch (this.state) {
				case SENT, SENDING, UNKNOWN, BOUNCED -> true;
				case PLANNED, LEASED, RETRY, FAILED, CANCELLED, EXPIRED, SUPERSEDED, SUPPRESSED -> false;
			};
		}

	}

}
