package org.salon.registration.salon;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

import org.salon.registration.SalonProperties;

/** Salons as calendar entries, for those who take them from the page (RFC 5545). */
@Component
class SalonCalendar {

	private final SalonProperties properties;

	private final Clock clock;

	SalonCalendar(SalonProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	String of(List<Salon> salons) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Salon//registration-service//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(ImmutableMethod.PUBLISH);
		Instant now = this.clock.instant();
		salons.forEach((salon) -> calendar.add(entry(salon, now)));
		return calendar.toString();
	}

	private VEvent entry(Salon salon, Instant now) {
		SalonDetails details = salon.details();
		String page = this.properties.page("/salons/" + salon.number());
		VEvent entry = new VEvent(false);
		entry.add(new Uid("salon-" + salon.number() + "@" + this.properties.baseUrl().getHost()));
		entry.add(new DtStamp(now));
		// In UTC, so that no reader needs our idea of the zone's rules.
		entry.add(new DtStart<>(salon.startsAt()));
		entry.add(new DtEnd<>(salon.endsAt()));
		entry.add(new Summary(details.title()));
		entry.add(new Sequence(salon.calendarRevision()));
		entry.add(status(salon));
		entry.add(new Url(URI.create(page)));
		entry.add(new Description(page));
		if (details.format() != null) {
			entry.add(new Location(details.format()));
		}
		return entry;
	}

	private static Status status(Salon salon) {
		return (salon.stage() == SalonStage.CANCELLED) ? ImmutableStatus.VEVENT_CANCELLED
				: ImmutableStatus.VEVENT_CONFIRMED;
	}

}
