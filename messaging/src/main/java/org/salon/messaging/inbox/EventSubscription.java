package org.salon.messaging.inbox;

import java.util.Set;

/**
 * A bean of this type makes a service listen.
 *
 * @param group the consumer group: the service's name
 * @param topics what to listen to
 * @param handler what to do with each event
 */
public record EventSubscription(String group, Set<String> topics, EventHandler handler) {

	public EventSubscription {
		topics = Set.copyOf(topics);
	}

}
