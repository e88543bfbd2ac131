package org.salon.notification.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of one event. It is made from the JDK's rules, which are kept current,
 * and has only the observances around the event: those that the calendar library brings
 * go back to 1883 and name a server of their own.
 */
final class CalendarZone {

	private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

	private final ZoneId zone;

	private final ZoneRules rules;

	CalendarZone(ZoneId zone) {
		this.zone = zone;
		this.rules = zone.getRules();
	}

	/** The observances from the one before the start to the one after the end. */
	VTimeZone around(Instant start, Instant end) {
		VTimeZone component = new VTimeZone();
		component.add(new TzId(this.zone.getId()));
		ZoneOffsetTransition before = this.rules.previousTransition(start.plusNanos(1));
		component.add((before != null) ? observance(before) : fixed(start));
		ZoneOffsetTransition next = this.rules.nextTransition(start);
		while (next != null) {
			component.add(observance(next));
			next = next.getInstant().isAfter(end) ? null : this.rules.nextTransition(next.getInstant());
		}
		return component;
	}

	private Observance observance(ZoneOffsetTransition transition) {
		return observance(transition.getInstant(), transition.getOffsetBefore(), transition.getOffsetAfter(),
				transition.getDateTimeBefore());
	}

	private Observance fixed(Instant at) {
		ZoneOffset offset = this.rules.getOffset(at);
		return observance(at, offset, offset, EPOCH);
	}

	private Observance observance(Instant at, ZoneOffset from, ZoneOffset to, @Nullable LocalDateTime onset) {
		Observance observance = this.rules.isDaylightSavings(at) ? new Daylight() : new Standard();
		observance.add(new DtStart<>(onset));
		observance.add(new TzOffsetFrom(from));
		observance.add(new TzOffsetTo(to));
		observance.add(new TzName(DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at.atZone(this.zone))));
		return observance;
	}

}
