package org.salon.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.salon.notification.salon.Salon;

/** Says when a salon is, in the salon's zone and the reader's language. */
public final class SalonTime {

	/** So soon that it may have begun when the mail is read. */
	private static final Duration NOW = Duration.ofMinutes(5);

	private static final Duration LONG = Duration.ofDays(2);

	private final Wording wording;

	private final Locale locale;

	public SalonTime(Wording wording, Locale locale) {
		this.wording = wording;
		this.locale = locale;
	}

	/** Such as {@code 2026年6月7日（周日）19:30–21:30}. */
	public String span(Salon salon) {
		return span(salon, salon.zone());
	}

	/** Such as {@code 中国标准时间，UTC+08:00}. */
	public String zone(Salon salon) {
		return zone(salon.startsAt(), salon.zone());
	}

	/** The same in the reader's own zone; nothing, where clocks show the same there. */
	Optional<String> own(Salon salon, @Nullable ZoneId own) {
		if (own == null
				|| sameClocks(own, salon.zone(), salon.startsAt()) && sameClocks(own, salon.zone(), salon.endsAt())) {
			return Optional.empty();
		}
		return Optional.of(this.wording.say(this.locale, "time.own", span(salon, own), zone(salon.startsAt(), own)));
	}

	/** A moment with its zone, such as a deadline. */
	String moment(Instant moment, ZoneId zone) {
		return this.wording.say(this.locale, "time.moment", formatter("datetime").format(moment.atZone(zone)),
				zone(moment, zone));
	}

	private String span(Salon salon, ZoneId zone) {
		ZonedDateTime start = salon.startsAt().atZone(zone);
		ZonedDateTime end = salon.endsAt().atZone(zone);
		boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
		String until = formatter(sameDay ? "time" : "datetime").format(end);
		return formatter("datetime").format(start) + "–" + until;
	}

	private String zone(Instant at, ZoneId zone) {
		ZonedDateTime local = at.atZone(zone);
		String offset = local.getOffset().getTotalSeconds() == 0 ? "UTC" : "UTC" + local.getOffset();
		String name = DateTimeFormatter.ofPattern("zzzz", this.locale).format(local);
		return this.wording.say(this.locale, "time.zone", name, offset);
	}

	private static boolean sameClocks(ZoneId one, ZoneId other, Instant at) {
		return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
	}

	/**
	 * How soon the salon is: in days, hours or minutes, whichever reads best, or now.
	 */
	public String soon(Salon salon, Instant now) {
		Duration left = Duration.between(now, salon.startsAt());
		if (left.compareTo(LONG) >= 0) {
			return say("days", Math.round(left.toHours() / 24.0));
		}
		if (left.toMinutes() >= 90) {
			return say("hours", Math.round(left.toMinutes() / 60.0));
		}
		if (left.compareTo(NOW) > 0) {
			return say("minutes", Math.round(left.toSeconds() / 60.0));
		}
		return this.wording.say(this.locale, "soon.now");
	}

	private String say(String unit, long amount) {
		return this.wording.say(this.locale, (amount == 1) ? "soon." + unit + ".one" : "soon." + unit,
				Long.toString(amount));
	}

	private DateTimeFormatter formatter(String key) {
		return DateTimeFormatter.ofPattern(this.wording.say(this.locale, "time." + key), this.locale);
	}

}
