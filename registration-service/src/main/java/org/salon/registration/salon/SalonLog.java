package org.salon.registration.salon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.events.salon.Amendment;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonRenumbered;
import org.salon.events.salon.SalonRescheduled;
import org.salon.messaging.outbox.Outbox;
import org.salon.messaging.outbox.VersionedEvent;

/** Tells others what became of a salon, and keeps it as the salon's history. */
@Component
class SalonLog {

	private final Outbox outbox;

	private final SalonHistory history;

	private final Clock clock;

	SalonLog(Outbox outbox, SalonHistory history, Clock clock) {
		this.outbox = outbox;
		this.history = history;
		this.clock = clock;
	}

	/** Within the transaction that makes the change. */
	void changed(Salon before, Salon after, SalonEvent event, HistoryEntry.Author by) {
		changed(List.of(new Change(before, after, event)), by);
	}

	/** The same with changes of different salons. */
	void changed(List<Change> changes, HistoryEntry.Author by) {
		this.outbox.append(
				changes.stream().map((change) -> new VersionedEvent(change.event, change.after.version())).toList());
		Instant now = this.clock.instant();
		this.history.keep(changes.stream()
			.collect(Collectors.toMap((change) -> change.after.number(), (change) -> change.entry(now, by))));
	}

	private static HistoryEntry.Kind kind(SalonEvent event, HistoryEntry.Author by) {
		if (by == HistoryEntry.Author.IMPORT) {
			return HistoryEntry.Kind.IMPORTED;
		}
		@Nullable Amendment amendment = event.amendment();
		if (amendment != null) {
			return HistoryEntry.Kind.CORRECTED;
		}
		return switch (event) {
			case SalonAnnounced ignored -> HistoryEntry.Kind.ANNOUNCED;
			case SalonCancelled ignored -> HistoryEntry.Kind.CANCELLED;
			case SalonRescheduled ignored -> HistoryEntry.Kind.RESCHEDULED;
			case SalonChanged ignored -> HistoryEntry.Kind.CHANGED;
			// The past of an import changes by its links only.
			case ReplayPublished ignored -> HistoryEntry.Kind.REPLAY_PUBLISHED;
			case SalonArchived ignored -> HistoryEntry.Kind.REPLAY_PUBLISHED;
			case SalonRenumbered ignored -> HistoryEntry.Kind.RENUMBERED;
		};
	}

	/** A change, and the event that tells of it. */
	record Change(Salon before, Salon after, SalonEvent event) {

		private HistoryEntry entry(Instant at, HistoryEntry.Author by) {
			Amendment amendment = this.event.amendment();
			String reason = (amendment != null) ? amendment.reason() : null;
			return new HistoryEntry(this.after.version(), at, kind(this.event, by), by, reason,
					SalonParts.changes(this.before.details(), this.after.details()));
		}

	}

}
