package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.salon.notification.salon.Salons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does the turns of several couriers in one transaction: the commit, for which the disk
 * is waited for, and each statement are shared. Who comes while a group is under way goes
 * with the next one, which the first of them does for all; nobody waits for more to come.
 *
 * <p>
 * A group waits for no lock. What another transaction holds, what is not as usual, and
 * all of a group that failed is left to the couriers themselves, one transaction each.
 */
@Component
class TurnGroups {

	private static final Logger log = LoggerFactory.getLogger(TurnGroups.class);

	/** So many mails at most are held in memory for one statement. */
	private static final int LARGEST = 64;

	private final Queue<Turn> waiting = new ArrayDeque<>();

	private final GroupedRows rows;

	private final KeptForms forms;

	private final Salons salons;

	private final Outcomes outcomes;

	private final TransactionOperations transactions;

	private final Clock clock;

	private boolean busy;

	TurnGroups(GroupedRows rows, KeptForms forms, Salons salons, Outcomes outcomes, TransactionOperations transactions,
			Clock clock) {
		this.rows = rows;
		this.forms = forms;
		this.salons = salons;
		this.outcomes = outcomes;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Does of the turn what can be done with others; it knows what is left. */
	void join(Turn turn) {
		if (enter(turn) || turn.awaitWhetherToLead()) {
			List<Turn> group = List.of();
			try {
				group = take();
				inOneTransaction(group);
			}
			finally {
				leave();
				group.forEach(Turn::over);
			}
		}
	}

	/** Whether nobody leads, so that this one does. */
	private synchronized boolean enter(Turn turn) {
		this.waiting.add(turn);
		boolean first = !this.busy;
		this.busy = true;
		return first;
	}

	private synchronized List<Turn> take() {
		List<Turn> group = new ArrayList<>();
		while (group.size() < LARGEST && !this.waiting.isEmpty()) {
			group.add(this.waiting.remove());
		}
		return group;
	}

	private synchronized void leave() {
		Turn next = this.waiting.peek();
		if (next != null) {
			next.lead();
		}
		else {
			this.busy = false;
		}
	}

	private void inOneTransaction(List<Turn> group) {
		try {
			this.forms.keep(group.stream().flatMap((turn) -> Stream.ofNullable(turn.plain())).toList());
			Done done = Objects.requireNonNull(this.transactions.execute((status) -> work(group)));
			for (Turn turn : group) {
				if (turn.sent() instanceof Settlement sent && done.settled().contains(sent.lease().deliveryId())) {
					turn.recorded();
				}
				if (turn.plain() instanceof Draft draft && done.started().contains(draft.lease().deliveryId())) {
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
		Set<UUID> started = start(group.stream().flatMap((turn) -> Stream.ofNullable(turn.plain())).toList());
		List<Settlement> sent = group.stream().flatMap((turn) -> Stream.ofNullable(turn.sent())).toList();
		if (sent.isEmpty()) {
			return new Done(started, Set.of());
		}
		Instant now = this.clock.instant();
		List<Outcome> outcomes = this.rows.settleSent(sent, now);
		this.outcomes.tell(outcomes, now);
		return new Done(started, outcomes.stream().map(Outcome::deliveryId).collect(Collectors.toSet()));
	}

	private Set<UUID> start(List<Draft> drafts) {
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

	/** Ids of the messages that were started, and of those that were recorded. */
	private record Done(Set<UUID> started, Set<UUID> settled) {
	}

}
