package org.salon.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened to one aggregate. Each event carries the whole state of its
 * aggregate after the event, so that a consumer that missed some is right again with the
 * next one.
 */
public interface DomainEvent {

	/** The aggregate, as {@code ce_subject} names it: {@code salon/44}. */
	@JsonIgnore
	String subject();

	/** The record key: by it the order of events is kept. */
	@JsonIgnore
	String key();

	/** The type under which this event goes over the wire. */
	@JsonIgnore
	default EventType type() {
		return EventType.of(getClass());
	}

}
