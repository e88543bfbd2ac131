package org.salon.archive.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.archive.salon.Correction;
import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.UnusableSalon;
import org.salon.events.salon.Amendment;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonRenumbered;
import org.salon.messaging.inbox.ReceivedEvent;

/**
 * A salon after one of its events, as it is stored.
 *
 * @param state the whole salon as JSON in UTF-8: a rebuild has thousands in hand, and as
 * objects they would take three times as much
 * @param correction what the event mends, if it mends something
 * @param renumbering the number that the salon has from now on, if it is another
 */
record SalonVersion(int number, long version, Instant time, LocalDate date, Status status, @Nullable Instant endsAt,
		boolean hasReplay, byte[] state, @Nullable Correction correction, @Nullable Renumbering renumbering) {

	/**
	 * What the event says of its salon.
	 * @throws UnusableSalon if the archive cannot hold it
	 */
	static SalonVersion of(ReceivedEvent event) {
		if (!(event.data() instanceof SalonEvent happened)) {
			throw new UnusableSalon(event.data().type().wireName() + " is no event of a salon");
		}
		Salon salon = SalonReader.read(happened.salon());
		if (happened instanceof SalonRenumbered change) {
			// The row stays for its version, and says nothing that is listed or searched.
			return version(salon.givenUp(), event, null, renumbering(change, event.version()));
		}
		return version(salon, event, correction(happened, event.time()), null);
	}

	private static SalonVersion version(Salon salon, ReceivedEvent event, @Nullable Correction correction,
			@Nullable Renumbering renumbering) {
		return new SalonVersion(salon.number(), event.version(), event.time(), salon.date(), salon.status(),
				salon.endsAt(), salon.hasReplay(), StoredSalon.write(salon), correction, renumbering);
	}

	private static @Nullable Correction correction(SalonEvent event, Instant at) {
		Amendment amendment = event.amendment();
		if (amendment != null) {
			String reason = amendment.reason();
			return new Correction(at, amendment.fields().stream().map(PlainText::storable).toList(),
					(reason != null) ? PlainText.storable(reason) : null);
		}
		boolean links = event instanceof ReplayPublished replay && replay.correction();
		return links ? new Correction(at, List.of("links"), null) : null;
	}

	private static Renumbering renumbering(SalonRenumbered event, long version) {
		if (event.to() < 1 || event.to() > Salon.MAX_NUMBER || event.toVersion() <= version) {
			throw new UnusableSalon("number " + event.salon().number() + " cannot become " + event.to());
		}
		return new Renumbering(event.to(), event.toVersion());
	}

	/** Another number, and the version with which the salon begins under it. */
	record Renumbering(int to, long toVersion) {
	}

}
