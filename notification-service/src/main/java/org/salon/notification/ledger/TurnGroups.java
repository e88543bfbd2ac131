package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.salon.notification.salon.Salons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does the turns of several couriers in one transaction: the commit, for which the disk
 * is waited for, and each statement are shared. Who comes while groups are under way goes
 * with the next one; nobody waits for more to come. Groups are written by threads of
 * their own: each keeps to one connection, and so to one process of the database, in
 * whose caches all is at hand.
 *
 * <p>
 * A group waits for no lock. What another transaction holds, what is not as usual, and
 * all of a group that failed is left to the couriers themselves, one transaction each.
 */
@Component
class TurnGroups implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(TurnGroups.class);

	/** So many mails at most are held in memory for one statement. */
	private static final int LARGEST = 64;

	/** One waits for the disk while the other works. */
	private static final int WRITERS = 2;

	private final BlockingQueue<Turn> waiting = new LinkedBlockingQueue<>();

	private final List<Thread> writers;

	private volatile boolean closed;

	private final GroupedRows rows;

	private final KeptForms forms;

	private final ToldRows told;

	private final Salons salons;

	private final Outcomes outcomes;

	private final TransactionOperations transactions;

	private final Clock clock;

	TurnGroups(GroupedRows rows, KeptForms forms, ToldRows told, Salons salons, Outcomes outcomes,
			TransactionOperations transactions, Clock clock) {
		this.rows = rows;
		this.forms = forms;
		this.told = told;
		this.salons = salons;
		this.outcomes = outcomes;
		this.transactions = transactions;
		this.clock = clock;
		this.writers = IntStream.rangeClosed(1, WRITERS)
			.mapToObj((index) -> Thread.ofPlatform().daemon().name("turns-" + index).start(this::write))
			.toList();
	}

	/** Does of the turn what can be done with others; it knows what is left. */
	void join(Turn turn) {
		this.waiting.add(turn);
		if (this.closed && this.waiting.remove(turn)) {
			return;
		}
		turn.awaitItsEnd();
	}

	private void write() {
		List<Turn> group = new ArrayList<>();
		while (!Thread.currentThread().isInterrupted()) {
			try {
				group.add(this.waiting.take());
				this.waiting.drainTo(group, LARGEST - 1);
				inOneTransaction(List.copyOf(group));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (Error ex) {
				// Nobody would write any more, and all couriers would wait for ever.
				log.error("A group of {} is done one by one", group.size(), ex);
			}
			finally {
				group.forEach(Turn::over);
				group.clear();
			}
		}
	}

	/** Whoever comes now, or still waits, does it alone. */
	@Override
	public void destroy() {
		this.closed = true;
		this.writers.forEach(Thread::interrupt);
		List<Turn> left = new ArrayList<>();
		this.waiting.drainTo(left);
		left.forEach(Turn::over);
	}

	private void inOneTransaction(List<Turn> group) {
		try {
			List<Draft> drafts = group.stream().flatMap((turn) -> Stream.ofNullable(turn.plain())).toList();
			this.forms.keep(drafts);
			this.told.keep(drafts);
			Done done = Objects.requireNonNull(this.transactions.execute((status) -> work(group)));
			for (Turn turn : group) {
				if (turn.sent() instanceof Settlement sent && done.settled().contains(sent.lease().deliveryId())) {
					turn.recorded();
				}
				if (turn.plain() instanceof Draft draft && done.started().contains(draft.lease())) {
					turn.begun();
				}
			}
		}
		catch (RuntimeException ex) {
			log.debug("A group of {} is done one by one", group.size(), ex);
		}
	}

	/** As for a single turn: the locks of the next come before those of the previous. */
	private Done work(List<Turn> group) {
		Set<Lease> started = start(group.stream().flatMap((turn) -> Stream.ofNullable(turn.plain())).toList());
		List<Settlement> sent = group.stream().flatMap((turn) -> Stream.ofNullable(turn.sent())).toList();
		if (sent.isEmpty()) {
			return new Done(started, Set.of());
		}
		Instant now = this.clock.instant();
		List<Outcome> outcomes = this.rows.settleSent(sent, now);
		this.outcomes.tell(outcomes, now);
		return new Done(started, outcomes.stream().map(Outcome::deliveryId).collect(Collectors.toSet()));
	}

	private Set<Lease> start(List<Draft> drafts) {
		if (drafts.isEmpty()) {
			return Set.of();
		}
		Set<Integer> free = this.salons
			.tryLockToRead(drafts.stream().map((draft) -> draft.lease().salonNumber()).toList());
		Map<UUID, Draft> ofPerson = new HashMap<>();
		drafts.stream()
			.filter((draft) -> free.contains(draft.lease().salonNumber()))
			.forEach((draft) -> ofPerson.putIfAbsent(draft.lease().memberId(), draft));
		Set<UUID> standing = this.rows.lockIfAt(ofPerson.values());
		return this.rows.startSending(
				ofPerson.values().stream().filter((draft) -> standing.contains(draft.lease().deliveryId())).toList(),
				this.clock.instant());
	}

	/**
	 * What was started and what was recorded. A group may bring the same message twice,
	 * by a lease that ran out while the database was away and by the one that followed
	 * it: only who holds the lease hands it over.
	 *
	 * @param started the leases of messages that may be handed over
	 * @param settled ids of the messages of which it is recorded what came of them
	 */
	private record Done(Set<Lease> started, Set<UUID> settled) {
	}

}
