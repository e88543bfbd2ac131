package org.salon.messaging.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.salon.events.UnreadableEvent;
import org.salon.messaging.MessagingMetrics.Result;
import org.salon.messaging.deadletter.DeadLetterStore;
import org.salon.messaging.envelope.CloudEventRecords;
import org.salon.messaging.envelope.Decoded;

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
		Set<DeadLetterStore.Key> blocked = this.deadLetters.blocked();
		List<Candidate> candidates = new ArrayList<>(records.size());
		for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : records) {
			sort(record, blocked, candidates, tally);
		}
		apply(candidates, tally);
		return tally;
	}

	/**
	 * Applies a record whose turn has come after it lay with the dead letters.
	 * @throws UnreadableEvent if it still cannot be, so that it is not taken for handled
	 */
	void redrive(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		Candidate candidate = new Candidate(record, CloudEventRecords.decode(record));
		if (!this.store.seenEqual(candidate.decoded.id(), candidate.digest())) {
			throw new UnreadableEvent(OTHER_EVENT, null);
		}
		apply(List.of(candidate), new Tally());
	}

	private void sort(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Set<DeadLetterStore.Key> blocked,
			List<Candidate> candidates, Tally tally) {
		DeadLetterStore.Key key = DeadLetterStore.Key.of(record);
		Decoded decoded = null;
		UnreadableEvent fault = null;
		try {
			decoded = CloudEventRecords.decode(record);
		}
		catch (UnreadableEvent ex) {
			fault = ex;
		}
		if (decoded != null && erases(decoded)) {
			this.deadLetters.forget(key);
			blocked.remove(key);
		}
		if (key.orders() && blocked.contains(key) && this.deadLetters.stillBlocked(key)) {
			this.deadLetters.addWaiting(record);
			tally.count(Result.WAITING);
		}
		else if (decoded == null) {
			this.deadLetters.addParked(record, String.valueOf((fault != null) ? fault.getMessage() : null), 1);
			blocked.add(key);
			tally.count(Result.DEAD_LETTERED);
		}
		else {
			candidates.add(new Candidate(record, decoded));
		}
	}

	private boolean erases(Decoded decoded) {
		return decoded.data() != null && this.subscription.erasing().contains(decoded.data().type());
	}

	private void apply(List<Candidate> candidates, Tally tally) {
		Map<UUID, byte[]> digests = new LinkedHashMap<>();
		candidates.forEach((candidate) -> digests.putIfAbsent(candidate.decoded.id(), candidate.digest()));
		Set<UUID> fresh = this.store.insertNew(digests);
		Map<String, Long> known = new HashMap<>(this.store
			.versions(candidates.stream().map((candidate) -> candidate.decoded.subject()).collect(Collectors.toSet())));
		Map<String, Long> advanced = new HashMap<>();
		for (Candidate candidate : candidates) {
			// The second of two records of one id in one batch is a duplicate of the
			// first.
			if (!fresh.remove(candidate.decoded.id())) {
				duplicate(candidate, digests, tally);
				continue;
			}
			applyFresh(candidate.decoded, known, advanced, tally);
		}
		this.store.saveVersions(advanced);
	}

	private void duplicate(Candidate candidate, Map<UUID, byte[]> digests, Tally tally) {
		byte[] digest = candidate.digest();
		boolean same = java.util.Arrays.equals(digest, digests.get(candidate.decoded.id()))
				&& this.store.seenEqual(candidate.decoded.id(), digest);
		if (same) {
			tally.count(Result.DUPLICATE);
		}
		else {
			this.deadLetters.addParked(candidate.record, OTHER_EVENT, 1);
			tally.count(Result.DEAD_LETTERED);
		}
	}

	private void applyFresh(Decoded decoded, Map<String, Long> known, Map<String, Long> advanced, Tally tally) {
		long before = known.getOrDefault(decoded.subject(), 0L);
		if (decoded.version() <= before) {
			tally.count(Result.STALE);
			return;
		}
		if (before > 0 && decoded.version() > before + 1) {
			tally.gap();
		}
		known.put(decoded.subject(), decoded.version());
		advanced.put(decoded.subject(), decoded.version());
		if (decoded.data() == null) {
			tally.count(Result.SKIPPED);
			return;
		}
		handle(ReceivedEvent.of(decoded, decoded.data()));
		tally.count(Result.HANDLED);
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

	private record Candidate(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Decoded decoded) {

		byte[] digest() {
			return InboxStore.digest(this.decoded, this.record.value());
		}

	}

}
