package org.salon.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.salon.notification.database.Columns;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.salon.Salons;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to organisers in the ledger: one a day for each, however many instances plan it.
 * In place of a member's id they have one that is made from the address.
 */
@Component
public class OrganiserMail {

	private final PlannedRows rows;

	private final KeptMessages messages;

	private final Salons salons;

	private final DueSignal signal;

	private final JdbcClient jdbc;

	private final Clock clock;

	OrganiserMail(PlannedRows rows, KeptMessages messages, Salons salons, DueSignal signal, JdbcClient jdbc,
			Clock clock) {
		this.rows = rows;
		this.messages = messages;
		this.salons = salons;
		this.signal = signal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Plans the digest of that day. Again: no effect. */
	@Transactional
	public void plan(UUID organiser, String address, LocalDate day, Instant dueAt, Instant notAfter) {
		PlannedDelivery digest = new PlannedDelivery(DeliveryKind.ORGANISER_DIGEST, day.toString(), dueAt, notAfter,
				CalendarMethod.NONE, Fate.SEND, null);
		Reconciliation.Recipient to = new Reconciliation.Recipient(organiser, null, null, address);
		// No event brings it about: it is the day.
		UUID cause = UUID.nameUUIDFromBytes(("digest of " + day).getBytes(StandardCharsets.UTF_8));
		this.rows.insert(List.of(new Reconciliation.Insertion(to, digest)), new Cause(cause, this.clock.instant()));
		this.signal.raiseAfterCommit();
	}

	/** When that digest was due. */
	public Optional<Instant> dueAt(UUID deliveryId) {
		return this.jdbc.sql("SELECT due_at FROM delivery WHERE id = ?")
			.param(deliveryId)
			.query((row, index) -> Columns.instant(row, "due_at"))
			.optional();
	}

	/** When the last digest before was due that went out, or may have. */
	public Optional<Instant> lastDueBefore(UUID organiser, Instant before) {
		return this.jdbc
			.sql("""
					SELECT due_at FROM delivery
					WHERE channel = ? AND member_id = ? AND salon_number IS NULL AND kind = 'ORGANISER_DIGEST' AND due_at < ?
						AND (state IN ('SENDING', 'SENT', 'UNKNOWN', 'BOUNCED') OR unknown)
					ORDER BY due_at DESC LIMIT 1
					""")
			.params(Channels.MAIL, organiser, Columns.timestamp(before))
			.query((row, index) -> Columns.instant(row, "due_at"))
			.optional();
	}

	/**
	 * Forgets the mails that are kept since nobody knows whether they were sent: each may
	 * name whoever is being erased. None is repeated then.
	 */
	void forget() {
		this.messages.forgetDigests();
	}

	/**
	 * Whether nobody was erased whom the mail names, and nobody is until the transaction
	 * ends. Of a mail that is repeated as it was nobody knows whom it names: its message
	 * is forgotten with every erasure.
	 */
	boolean standsStill(Draft draft) {
		// Who is erased has a lock that this one waits for, and the other way round.
		this.salons.lockToAnnounce();
		Revision revision = draft.revision();
		return (revision != null) ? known(revision.named()) : this.messages.kept(draft.lease().deliveryId());
	}

	private boolean known(Set<UUID> people) {
		return this.jdbc.sql("SELECT count(*) FROM member WHERE id = ANY (CAST(? AS uuid[]))")
			.param(Columns.array(people))
			.query(Long.class)
			.single() == people.size();
	}

}
