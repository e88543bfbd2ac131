package org.salon.registration.salon;

import java.time.Instant;
import java.util.List;

import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.events.salon.SignUpRules;

/** Salons as other services see them. */
final class SalonWire {

	private SalonWire() {
	}

	static SalonEvent announced(Salon salon, Instant now) {
		return new SalonAnnounced(state(salon, now));
	}

	static SalonEvent cancelled(Salon salon, Instant now) {
		return new SalonCancelled(state(salon, now));
	}

	static SalonEvent archived(Salon salon, Instant now) {
		return new SalonArchived(state(salon, now));
	}

	static SalonEvent changed(Salon before, Salon after, Instant now) {
		if (before.isMovedTo(after)) {
			return new SalonRescheduled(state(after, now), before.startsAt(), before.endsAt());
		}
		List<String> changed = before.details().changesTo(after.details());
		return new SalonChanged(state(after, now), changed);
	}

	static SalonEvent replayPublished(Salon before, Salon after, Instant now) {
		return after.isArchived() ? archived(after, now)
				: new ReplayPublished(state(after, now), before.replayPublished());
	}

	private static SalonState state(Salon salon, Instant now) {
		SalonDetails details = salon.details();
		return new SalonState(salon.number(), details.title(), details.host(), details.format(), details.date(),
				details.startsAt(), details.endsAt(), details.zone(), SalonStatus.valueOf(salon.stageAt(now).name()),
				details.speakers(), details.papers(), details.outline(), details.introduction(), details.joinText(),
				details.joinLinks(), details.joinPublic(), details.about(), details.capacity(), details.groups(),
				details.links(), details.notes(), salon.calendarRevision(),
				details.signUp().equals(SignUpRules.PLAIN) ? null : details.signUp(), details.reminders());
	}

}
