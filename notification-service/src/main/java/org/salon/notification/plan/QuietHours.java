package org.salon.notification.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;

import org.jspecify.annotations.Nullable;

/**
 * When people are not to be disturbed by what can wait: whenever a clock on the wall
 * where they are shows a time from the one to the other, also over midnight.
 *
 * @param from the first quiet moment of a day
 * @param to the first that is not quiet any more; the same as {@code from} for none at
 * all
 */
public record QuietHours(LocalTime from, LocalTime to) {

	public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

	/** As in {@code 22:00-08:00}; none, if it is empty. */
	public static QuietHours parse(String text) {
		if (text.isBlank()) {
			return NONE;
		}
		String[] parts = text.strip().split("\\s*-\\s*", 2);
		try {
			QuietHours hours = new QuietHours(LocalTime.parse(parts[0]), LocalTime.parse(parts[parts.length - 1]));
			if (parts.length == 2 && !hours.none()) {
				return hours;
			}
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("not quiet hours, such as 22:00-08:00: " + text, ex);
		}
		throw new IllegalArgumentException("not quiet hours, such as 22:00-08:00: " + text);
	}

	public boolean none() {
		return this.from.equals(this.to);
	}

	/** When the quiet hours end that are at that moment there; nothing, if none are. */
	public @Nullable Instant endOf(Instant now, ZoneId zone) {
		ZonedDateTime there = now.atZone(zone);
		LocalTime time = there.toLocalTime();
		if (!quiet(time)) {
			return null;
		}
		boolean tomorrow = this.to.isBefore(this.from) && !time.isBefore(this.from);
		LocalDate day = tomorrow ? there.toLocalDate().plusDays(1) : there.toLocalDate();
		return next(day.atTime(this.to), now, zone);
	}

	/**
	 * What of this person's mail of that kind is to wait, and until when: nothing of what
	 * they wait for themselves, or cannot do without that day. A change of the salon goes
	 * at once if it would come too late otherwise, and so does what an organiser writes;
	 * news that would come too late do not come at all.
	 * @param startsAt when the salon starts, if it is about one
	 */
	public @Nullable Instant holds(DeliveryKind kind, Instant now, ZoneId zone, @Nullable Instant startsAt) {
		if (!kind.mayWait()) {
			return null;
		}
		Instant end = endOf(now, zone);
		boolean tooLate = end != null && startsAt != null && !end.isBefore(startsAt);
		return (tooLate && (kind == DeliveryKind.CHANGED || kind == DeliveryKind.MESSAGE)) ? null : end;
	}

	private boolean quiet(LocalTime time) {
		boolean after = !time.isBefore(this.from);
		boolean before = time.isBefore(this.to);
		return this.from.isBefore(this.to) ? after && before : !none() && (after || before);
	}

	private Instant next(LocalDateTime to, Instant now, ZoneId zone) {
		ZonedDateTime first = to.atZone(zone);
		// Where an hour comes twice, the end does, too.
		Instant end = first.toInstant().isAfter(now) ? first.toInstant() : first.withLaterOffsetAtOverlap().toInstant();
		ZoneOffsetTransition jump = zone.getRules().nextTransition(now);
		// Put forward or back, the clock may leave the quiet hours before.
		boolean leaves = jump != null && jump.getInstant().isBefore(end)
				&& !quiet(jump.getDateTimeAfter().toLocalTime());
		return (jump != null && leaves) ? jump.getInstant() : end;
	}

}
