package org.salon.messaging.inbox;

import java.util.List;

/** What a service does with the events that it listens to. */
@FunctionalInterface
public interface EventHandler {

	/**
	 * Applies one event. Called inside the transaction that records the event as handled,
	 * once for each event that takes effect, in order for each aggregate; an event that
	 * is a duplicate or older than what is known never gets here. Must only touch the
	 * service's database: the call is repeated when the transaction has to be.
	 * @throws RuntimeException if the event cannot be applied: after some attempts it is
	 * a dead letter, and later events of its key wait behind it
	 */
	void handle(ReceivedEvent event);

	/** A handler to which many events at once cost little more than one. */
	interface OfMany extends EventHandler {

		/**
		 * Applies events in their order, all of them or, by throwing, none: they are then
		 * handled one by one.
		 */
		void handleAll(List<ReceivedEvent> events);

		@Override
		default void handle(ReceivedEvent event) {
			handleAll(List.of(event));
		}

	}

}
