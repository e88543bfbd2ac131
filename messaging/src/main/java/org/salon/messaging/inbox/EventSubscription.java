package org.salon.messaging.inbox;

import java.util.Set;

import org.salon.events.EventType;

/**
 * A bean of this type makes a service listen.
 *
 * @param group the consumer group: the service's name
 * @param topics what to listen to
 * @param handler what to do with each event
 * @param erasing types of events after which nothing of their key may remain: they do not
 * wait behind dead letters of the key, but delete them
 */
public record EventSubscription(String group, Set<String> topics, EventHandler handler, Set<EventType> erasing) {

	public EventSubscription {
		topics = Set.copyOf(topics);
		erasing = Set.copyOf(erasing);
	}

	public EventSubscription(String group, Set<String> topics, EventHandler handler) {
		this(group, topics, handler, Set.of());
	}

}
