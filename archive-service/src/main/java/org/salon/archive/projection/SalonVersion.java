package org.salon.archive.projection;

import java.time.Instant;

import org.salon.archive.salon.Salon;
import org.salon.archive.salon.UnusableSalon;
import org.salon.events.salon.SalonEvent;
import org.salon.messaging.inbox.ReceivedEvent;

/** A salon after one of its events. */
record SalonVersion(Salon salon, long version, Instant time) {

	/**
	 * What the event says of its salon.
	 * @throws UnusableSalon if the archive cannot hold it
	 */
	static SalonVersion of(ReceivedEvent event) {
		if (!(event.data() instanceof SalonEvent happened)) {
			throw new UnusableSalon(event.data().type().wireName() + " is no event of a salon");
		}
		return new SalonVersion(SalonReader.read(happened.salon()), event.version(), event.time());
	}

}
