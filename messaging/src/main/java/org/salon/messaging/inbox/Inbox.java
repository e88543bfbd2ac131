package org.salon.messaging.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.dao.ConcurrencyFailureException;

import org.salon.events.UnreadableEvent;
import org.salon.messaging.MessagingMetrics.Result;
import org.salon.messaging.deadletter.DeadLetterStore;
import org.salon.messaging.envelope.Decoded;
import org.salon.messaging.inbox.Arrival.Event;

/**
 * What happens to records inside one transaction: unreadable ones become dead letters,
 * those behind a dead letter of their key wait, duplicates and older versions are
 * dropped, and the rest is handled in order.
 */
class Inbox {

	private static final String OTHER_EVENT = "another event has been seen under this ce_id";

	private final InboxStore store;

	private final DeadLetterStore deadLetters;

	private final EventSubscription subscription;

	private final Traces traces;

	Inbox(InboxStore store, DeadLetterStore deadLetters, EventSubscription subscription, Traces traces) {
		this.traces = traces;
		this.store = store;
		this.deadLetters = deadLetters;
		this.subscription = subscription;
	}

	/** Applies records that arrived. The tally counts only if the transaction commits. */
	Tally receive(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records) {
		Tally tally = new Tally();
		List<Arrival> arrivals = records.stream().map(Arrival::of).toList();
		Map<UUID, byte[]> seen = seen(arrivals);
		Set<DeadLetterStore.Key> blocked = this.deadLetters.blocked();
		List<Event> fresh = new ArrayList<>(arrivals.size());
		for (Arrival arrival : arrivals) {
			sort(arrival, seen, blocked, fresh, tally);
		}
		apply(fresh, tally);
		return tally;
	}

	/**
	 * Applies a record whose turn has come after it lay with the dead letters.
	 * @throws UnreadableEvent if it still cannot be, so that it is not taken for handled
	 */
	void redrive(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		Event event = Event.of(record);
		UUID id = event.decoded().id();
		byte[] known = this.store.digests(Set.of(id)).get(id);
		if (known == null) {
			apply(List.of(event), new Tally());
		}
		else if (!Arrays.equals(known, event.digest())) {
			throw new UnreadableEvent(OTHER_EVENT, null);
		}
	}

	private Map<UUID, byte[]> seen(List<Arrival> arrivals) {
		Set<UUID> ids = new HashSet<>();
		for (Arrival arrival : arrivals) {
			if (arrival.event() != null) {
				ids.add(arrival.event().decoded().id());
			}
		}
		return this.store.digests(ids);
	}

	/**
	 * All that makes a record a dead letter without handling it is found here, before any
	 * of the batch is handled, so that what comes behind it in its key waits.
	 */
	private void sort(Arrival arrival, Map<UUID, byte[]> seen, Set<DeadLetterStore.Key> blocked, List<Event> fresh,
			Tally tally) {
		DeadLetterStore.Key key = DeadLetterStore.Key.of(arrival.record());
		Event event = arrival.event();
		byte[] known = (event != null) ? seen.get(event.decoded().id()) : null;
		boolean usable = event != null && (known == null || Arrays.equals(known, event.digest()));
		if (event != null && usable && erases(event.decoded())) {
			this.deadLetters.forget(key);
			blocked.remove(key);
		}
		if (key.orders() && blocked.contains(key) && this.deadLetters.stillBlocked(key)) {
			this.deadLetters.addWaiting(arrival.record());
			tally.count(Result.WAITING);
		}
		else if (event == null || !usable) {
			this.deadLetters.addParked(arrival.record(),
					(event != null) ? OTHER_EVENT : String.valueOf(arrival.fault()), 1);
			blocked.add(key);
			tally.count(Result.DEAD_LETTERED);
		}
		else if (known != null) {
			tally.count(Result.DUPLICATE);
		}
		else {
			seen.put(event.decoded().id(), event.digest());
			fresh.add(event);
		}
	}

	private boolean erases(Decoded event) {
		return event.data() != null && this.subscription.erasing().contains(event.data().type());
	}

	private void apply(List<Event> fresh, Tally tally) {
		if (this.store.insert(fresh) < fresh.size()) {
			// Another listener took the same records in a rebalance. Which of them are
			// duplicates is found when the batch is sorted again.
			throw new ConcurrencyFailureException("another listener has recorded events of the batch");
		}
		Map<String, Long> known = this.store
			.versions(fresh.stream().map((event) -> event.decoded().subject()).collect(Collectors.toSet()));
		Map<String, Long> advanced = new HashMap<>();
		List<ReceivedEvent> effective = new ArrayList<>(fresh.size());
		for (Event event : fresh) {
			effective(event.decoded(), known, advanced, tally).ifPresent(effective::add);
		}
		handle(effective);
		this.store.saveVersions(advanced);
	}

	/** The event, if it is newer than what is known and of a known type. */
	private static Optional<ReceivedEvent> effective(Decoded decoded, Map<String, Long> known,
			Map<String, Long> advanced, Tally tally) {
		long before = known.getOrDefault(decoded.subject(), 0L);
		if (decoded.version() <= before) {
			tally.count(Result.STALE);
			return Optional.empty();
		}
		if (before > 0 && decoded.version() > before + 1) {
			tally.gap();
		}
		known.put(decoded.subject(), decoded.version());
		advanced.put(decoded.subject(), decoded.version());
		if (decoded.data() == null) {
			tally.count(Result.SKIPPED);
			return Optional.empty();
		}
		tally.handled(decoded.time());
		return Optional.of(ReceivedEvent.of(decoded, decoded.data()));
	}

	private void handle(List<ReceivedEvent> events) {
		if (this.subscription.handler() instanceof EventHandler.OfMany handler && events.size() > 1) {
			handler.handleAll(events);
		}
		else {
			events.forEach(this::handle);
		}
	}

	private void handle(ReceivedEvent event) {
		Traces.Scope trace = this.traces.follow(event);
		MDC.put("eventId", event.id().toString());
		MDC.put("eventType", event.data().type().wireName());
		MDC.put("aggregateId", event.subject());
		try {
			this.subscription.handler().handle(event);
		}
		finally {
			MDC.remove("eventId");
			MDC.remove("eventType");
			MDC.remove("aggregateId");
			trace.close();
		}
	}

}
