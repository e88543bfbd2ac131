package org.salon.registration.salon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;

/**
 * What is to be mended of a past salon.
 *
 * @param parts the parts that it names, by name, without the date
 * @param date the day, if it is another; the time of day stays
 * @param reason for everyone to read
 * @param tell whether those who held a place get the replay by mail again
 */
public record Correction(Map<String, @Nullable Object> parts, @Nullable LocalDate date, @Nullable String reason,
		boolean tell) {

	/**
	 * The salon as it would be, not yet of a new version.
	 * @throws org.salon.registration.input.InvalidFields with all that does not fit the
	 * salon
	 */
	SalonDetails of(Salon salon, Instant now) {
		SalonDetails before = salon.details();
		Map<String, @Nullable Object> parts = new HashMap<>(this.parts);
		if (this.date != null && !this.date.equals(before.date())) {
			parts.put("date", this.date);
			// By days and not by hours: the time of day stays, whatever the clocks did.
			long days = ChronoUnit.DAYS.between(before.date(), this.date);
			parts.put("startsAt", later(before.startsAt(), before.zone(), days));
			parts.put("endsAt", later(before.endsAt(), before.zone(), days));
		}
		SalonDetails after = SalonParts.with(before, parts);
		check(salon, before, after, now);
		return after;
	}

	private void check(Salon salon, SalonDetails before, SalonDetails after, Instant now) {
		Checks checks = new Checks();
		SalonStage stage = salon.stageAt(now);
		List<String> changed = before.changesTo(after);
		for (String field : List.of("title", "date")) {
			if (stage == SalonStage.ANNOUNCED && changed.contains(field)) {
				checks.reject(field, "field.notOver");
			}
		}
		Instant end = after.endsAt();
		boolean future = (end != null) ? end.isAfter(now)
				: after.date().isAfter(LocalDate.ofInstant(now, after.zone()));
		if (stage != SalonStage.ANNOUNCED && changed.contains("date") && future) {
			checks.reject("date", "field.notPast");
		}
		Instant start = after.startsAt();
		if (start != null && end != null && !end.isAfter(start)) {
			checks.reject("date", "field.timeInGap");
		}
		if (this.tell && stage != SalonStage.HELD) {
			checks.reject("notify", "field.notifyHeld");
		}
		else if (this.tell && after.links().isEmpty()) {
			checks.reject("notify", "field.notifyLinks");
		}
		checks.done();
	}

	private static @Nullable Instant later(@Nullable Instant time, ZoneId zone, long days) {
		return (time != null) ? time.atZone(zone).plusDays(days).toInstant() : null;
	}

}
