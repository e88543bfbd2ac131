package org.salon.registration.salon;

import java.time.Instant;
import java.util.List;

import org.salon.events.salon.Amendment;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonRenumbered;
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

	/**
	 * What is mended of a past salon.
	 * @param again whether the replay is to be mailed again
	 */
	static SalonEvent corrected(Salon before, Salon after, Amendment amendment, boolean again, Instant now) {
		SalonState state = state(after, now);
		if (after.isArchived()) {
			return new SalonArchived(state, amendment);
		}
		if (again || amendment.fields().contains("links")) {
			return new ReplayPublished(state, !again, amendment);
		}
		return before.isMovedTo(after) ? new SalonRescheduled(state, before.startsAt(), before.endsAt(), amendment)
				: new SalonChanged(state, amendment.fields(), amendment);
	}

	static SalonEvent renumbered(Salon last, Salon first, Instant now) {
		return new SalonRenumbered(state(last, now), first.number(), first.version());
	}

	static SalonEvent archivedUnder(Salon first, Amendment amendment, Instant now) {
		return new SalonArchived(state(first, now), amendment);
	}

	private static SalonState state(Salon salon, Instant now) {
		SalonDetails details = salon.details();
		return new SalonState(salon.number(), details.title(), details.host(), details.format(), details.date(),
				details.startsAt(), details.endsAt(), details.zone(), SalonStatus.valueOf(salon.stageAt(now).name()),
				details.speakers(), details.papers(), details.outline(), details.introduction(), details.joinText(),
				details.joinLinks(), details.joinPublic(), details.about(), details.capacity(), details.groups(),
				details.links(), details.notes(), salon.calendarRevision(),
				details.signUp().equals(SignUpRules.PLAIN) ? null : details.signUp(), details.reminders(),
				details.chatReminders(), details.series());
	}

}
