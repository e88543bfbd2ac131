package org.salon.messaging.outbox;

import java.util.List;

import org.salon.events.DomainEvent;

/**
 * Where events are written together with the change that they tell of.
 *
 * <p>
 * An event appended in a transaction that commits is published, at least once and after
 * every event of the same key that committed before it; one in a transaction that rolls
 * back is not. Events of different keys have no order.
 *
 * <pre>
 * // valid: state and event commit together
 * transaction.execute(() -&gt; { salons.save(salon); outbox.append(new SalonAnnounced(..), salon.version()); });
 * // invalid: no transaction, so the event could tell of what never happened
 * outbox.append(new SalonAnnounced(..), 1);
 * </pre>
 */
public interface Outbox {

	/**
	 * Appends one event.
	 * @param version of the aggregate after the event, from 1, each used once
	 * @throws IllegalStateException outside a transaction
	 * @throws EventTooLarge if no broker would take it; the transaction should roll back
	 */
	default void append(DomainEvent event, long version) {
		append(List.of(new VersionedEvent(event, version)));
	}

	/** Appends several, in this order per key, with few statements. */
	void append(List<VersionedEvent> events);

	/**
	 * Deletes all events of a key, published or not, as part of the present transaction:
	 * a person who is erased must not lie here either. Append what tells of it
	 * afterwards.
	 */
	void forget(String key);

}
