package org.salon.archive.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.salon.WebAddress;
import org.salon.archive.web.SalonProperties;

/** The replays as an Atom feed (RFC 4287), in the club's language. */
@Component
class AtomFeed {

	private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

	private final SalonProperties properties;

	private final MessageSource messages;

	AtomFeed(SalonProperties properties, MessageSource messages) {
		this.properties = properties;
		this.messages = messages;
	}

	String write(List<Entry> replays) {
		Locale locale = this.properties.defaultLocale();
		String self = this.properties.archiveUrl("/feed.atom");
		// An empty feed must have a time too, and must not change from call to call.
		Instant updated = replays.stream().map(Entry::updatedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
		return XmlDocument.write("feed", ordered("xmlns", NAMESPACE, "xml:lang", locale.toLanguageTag()), (feed) -> {
			feed.element("id", self);
			feed.element("title", this.messages.getMessage("feed.title", null, locale));
			feed.element("updated", updated.toString());
			feed.element("author", Map.of(),
					(author) -> author.element("name", this.messages.getMessage("feed.author", null, locale)));
			feed.element("link", ordered("rel", "self", "type", "application/atom+xml", "href", self));
			feed.element("link",
					ordered("rel", "alternate", "type", "text/html", "href", this.properties.archiveUrl("/archive")));
			for (Entry entry : replays) {
				feed.element("entry", Map.of(), (element) -> entry(element, entry, locale));
			}
		});
	}

	private void entry(XmlDocument element, Entry entry, Locale locale) throws XMLStreamException {
		Salon salon = entry.salon();
		String address = this.properties.archiveUrl("/archive/" + salon.number());
		Object[] names = { Integer.toString(salon.number()), salon.title() };
		element.element("id", address);
		element.element("title", this.messages.getMessage("feed.entry", names, locale));
		element.element("published", Objects.requireNonNullElse(entry.replayAt(), entry.updatedAt()).toString());
		element.element("updated", entry.updatedAt().toString());
		for (Speaker speaker : salon.speakers()) {
			element.element("author", Map.of(), (author) -> author.element("name", speaker.name()));
		}
		for (String tag : salon.tags()) {
			element.element("category", ordered("term", tag));
		}
		element.element("link", ordered("rel", "alternate", "type", "text/html", "href", address));
		for (Link link : salon.links()) {
			if (WebAddress.of(link.url()).isPresent()) {
				element.element("link", ordered("rel", "related", "title", link.label(), "href", link.url()));
			}
		}
		element.element("summary", salon.groups().isEmpty() ? salon.title() : summary(salon));
	}

	private static String summary(Salon salon) {
		return salon.groups()
			.stream()
			.map((group) -> ((group.tag() != null) ? "【" + group.tag() + "】" : "") + String.join("；", group.topics()))
			.collect(Collectors.joining("\n"));
	}

	private static Map<String, String> ordered(String... namesAndValues) {
		Map<String, String> attributes = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			attributes.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return attributes;
	}

}
