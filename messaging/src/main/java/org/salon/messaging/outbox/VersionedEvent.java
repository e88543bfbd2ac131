package org.salon.messaging.outbox;

import org.salon.events.DomainEvent;

/**
 * An event and the version that its aggregate has after it.
 *
 * @param version from 1; each version of an aggregate has one event
 */
public record VersionedEvent(DomainEvent event, long version) {

	public VersionedEvent {
		if (version < 1) {
			throw new IllegalArgumentException("version must be 1 or more, was " + version);
		}
	}

}
