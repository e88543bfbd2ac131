package org.salon.archive.feed;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLStreamException;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;
import org.salon.archive.web.SalonProperties;

/**
 * The coming salons as an Atom feed in the club's language. An entry leads to where one
 * signs up, and never says how to join.
 */
@Component
class ComingFeed {

	private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("HH:mm VV", Locale.ROOT);

	private final SalonProperties properties;

	private final MessageSource messages;

	ComingFeed(SalonProperties properties, MessageSource messages) {
		this.properties = properties;
		this.messages = messages;
	}

	String write(List<Entry> coming) {
		Locale locale = this.properties.defaultLocale();
		String self = this.properties.archiveUrl("/archive/coming.atom");
		AtomDocument.Head head = new AtomDocument.Head(self, this.messages.getMessage("feed.coming", null, locale),
				this.messages.getMessage("feed.author", null, locale), locale.toLanguageTag(),
				AtomDocument.ordered("self", self, "alternate", this.properties.comingUrl()));
		SalonContent content = new SalonContent(this.messages, locale);
		return AtomDocument.write(head, coming, (element, entry) -> entry(element, entry, content));
	}

	private void entry(XmlDocument element, Entry entry, SalonContent content) throws XMLStreamException {
		Salon salon = entry.salon();
		AtomDocument.begin(element, entry, this.properties.signUpUrl(salon.number()), content.title(salon));
		element.element("summary", time(salon) + "\n" + content.summary(salon));
	}

	private static String time(Salon salon) {
		Instant start = salon.startsAt();
		Instant end = salon.endsAt();
		if (start == null || end == null) {
			return salon.date().toString();
		}
		ZonedDateTime until = end.atZone(salon.zone());
		return START.format(start.atZone(salon.zone())) + "–" + END.format(until);
	}

}
