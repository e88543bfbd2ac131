package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.salon.Salons;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The ledger as a sender uses it. Any number of senders share it: each row is held by one
 * at a time, under a fence that rises with each lease.
 *
 * <pre>
 * claim ─▶ turn(null, first) ─▶ hand over ─▶ turn(what came of it, next) ─▶ … ─▶ turn(what came of it, null)
 * </pre>
 *
 * <p>
 * That one mail is SENDING is committed before it is handed over, and what came of it
 * together with the next one's SENDING. Turns that come at the same time share a commit
 * and its statements: see {@link TurnGroups}.
 */
@Component
public class SendLedger {

	private final LeasedRows rows;

	private final Claiming claiming;

	private final Salons salons;

	private final Outcomes outcomes;

	private final TurnGroups groups;

	private final KeptForms forms;

	private final ToldRows told;

	private final KeptMessages messages;

	private final OrganiserMail organiserMail;

	private final TransactionOperations transactions;

	private final Clock clock;

	SendLedger(LeasedRows rows, Claiming claiming, Salons salons, Outcomes outcomes, TurnGroups groups, KeptForms forms,
			ToldRows told, KeptMessages messages, OrganiserMail organiserMail, TransactionOperations transactions,
			Clock clock) {
		this.rows = rows;
		this.claiming = claiming;
		this.salons = salons;
		this.outcomes = outcomes;
		this.groups = groups;
		this.forms = forms;
		this.told = told;
		this.messages = messages;
		this.organiserMail = organiserMail;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Takes up to so many due messages, most urgent first, as the limits allow. A due
	 * reminder takes the place of a confirmation that has not gone out yet.
	 */
	public List<Lease> claim(UUID owner, int limit, Duration lease) {
		return inTransaction(() -> {
			Instant now = this.clock.instant();
			List<Lease> claimed = this.claiming.claim(owner, limit, lease, now);
			Set<UUID> superseded = supersede(claimed, now);
			return claimed.stream()
				.filter((row) -> !superseded.contains(row.deliveryId()))
				.sorted(Comparator.comparing(Lease::priority).thenComparing(Lease::attemptAt))
				.toList();
		});
	}

	private Set<UUID> supersede(List<Lease> claimed, Instant now) {
		if (claimed.isEmpty()) {
			return Set.of();
		}
		List<Outcome> superseded = this.rows.supersedeConfirmations(claimed, now);
		this.outcomes.tell(superseded, now);
		return superseded.stream().map(Outcome::deliveryId).collect(Collectors.toSet());
	}

	/** Closes what has run out of time. */
	public void sweep() {
		inTransaction(() -> {
			Instant now = this.clock.instant();
			this.outcomes.tell(this.rows.expire(now), now);
			return now;
		});
	}

	/**
	 * Keeps what this sender has in hand; whoever stops doing so loses it. What it holds
	 * by the ledger and knows nothing of, as after a commit in doubt, goes to whoever is
	 * well once its lease has run out.
	 */
	public void renew(UUID owner, Collection<UUID> inHand, Duration lease) {
		inTransaction(() -> {
			this.rows.renew(owner, inHand, lease);
			return owner;
		});
	}

	/**
	 * Records what came of one message, and in the same transaction that the next one is
	 * about to be handed over.
	 * @return whether the next may be handed over now: its lease holds, its time has not
	 * passed, and it says what is so at this moment
	 */
	public boolean turn(@Nullable Settlement previous, @Nullable Draft next) {
		Turn turn = new Turn(previous, next);
		if (turn.groups()) {
			this.groups.join(turn);
		}
		if (turn.previous() == null && turn.next() == null) {
			return turn.started();
		}
		return alone(turn.previous(), turn.next()) || turn.started();
	}

	private boolean alone(@Nullable Settlement previous, @Nullable Draft next) {
		if (next != null) {
			this.forms.keep(List.of(next));
			this.told.keep(List.of(next));
		}
		return inTransaction(() -> {
			// The locks of the next come first: nobody who holds one of them waits for
			// the row of the previous, so that no two can wait for each other.
			boolean started = next != null && start(next);
			if (previous != null) {
				settle(previous);
			}
			return started;
		});
	}

	/** When the next message is due, or one that is held elsewhere comes free. */
	public Optional<Instant> nextDue() {
		return this.claiming.nextDue(this.clock.instant());
	}

	/** The message as it was handed over before. */
	public Optional<Frozen> frozen(Lease lease) {
		return this.messages.find(lease.deliveryId());
	}

	private boolean start(Draft draft) {
		Lease lease = draft.lease();
		if (lease.kind().toOrganiser()) {
			return this.organiserMail.standsStill(draft) && this.rows.startSending(draft, this.clock.instant());
		}
		if (lease.salonNumber() != null) {
			this.salons.lockToRead(lease.salonNumber());
		}
		if (draft.revision() != null && !this.rows.lockIfAt(lease, draft.revision())) {
			return false;
		}
		return this.rows.startSending(draft, this.clock.instant());
	}

	private void settle(Settlement settlement) {
		Instant now = this.clock.instant();
		this.outcomes.tell(this.rows.settle(settlement, now), now);
	}

	private <T> T inTransaction(Supplier<T> work) {
		T result = this.transactions.execute((status) -> work.get());
		return Objects.requireNonNull(result);
	}

}
