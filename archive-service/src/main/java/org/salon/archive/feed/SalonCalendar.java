package org.salon.archive.feed;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Status;
import org.salon.archive.web.SalonProperties;

/**
 * The coming salons as a calendar to subscribe to (RFC 5545). It says nothing of when it
 * was asked for: the same salons give the same bytes.
 */
@Component
class SalonCalendar {

	private final SalonProperties properties;

	SalonCalendar(SalonProperties properties) {
		this.properties = properties;
	}

	String write(List<Entry> salons) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Salon//archive-service//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(ImmutableMethod.PUBLISH);
		salons.forEach((entry) -> calendar.add(event(entry)));
		return calendar.toString();
	}

	private VEvent event(Entry entry) {
		Salon salon = entry.salon();
		Instant changed = entry.updatedAt().truncatedTo(ChronoUnit.SECONDS);
		String page = this.properties.signUpUrl(salon.number());
		VEvent event = new VEvent(false);
		// That of the entry which the page of the salon offers: it is the same event.
		event.add(new Uid("salon-" + salon.number() + "@" + this.properties.baseUrl().getHost()));
		event.add(new DtStamp(changed));
		event.add(new LastModified(changed));
		// In UTC, so that no reader needs our idea of the zone's rules.
		event.add(new DtStart<>(known(salon.startsAt())));
		event.add(new DtEnd<>(known(salon.endsAt())));
		event.add(new Summary(line(salon.title())));
		event.add(new Sequence(Math.toIntExact(entry.version())));
		event.add((salon.status() == Status.CANCELLED) ? ImmutableStatus.VEVENT_CANCELLED
				: ImmutableStatus.VEVENT_CONFIRMED);
		event.add(new Url(URI.create(page)));
		event.add(new Description(page));
		return event;
	}

	private static Instant known(@Nullable Instant time) {
		return Objects.requireNonNull(time, "every salon but an imported one has its times");
	}

	private static String line(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

}
