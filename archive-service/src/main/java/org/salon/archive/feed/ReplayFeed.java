package org.salon.archive.feed;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import javax.xml.stream.XMLStreamException;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.EntryPage;
import org.salon.archive.salon.WebAddress;
import org.salon.archive.web.SalonProperties;

/**
 * The replays as an Atom feed in the club's language. It is paged (RFC 5005, section 3):
 * who reads the first page only has the latest ones.
 */
@Component
class ReplayFeed {

	private static final String ADDRESS = "/feed.atom";

	private final SalonProperties properties;

	private final MessageSource messages;

	ReplayFeed(SalonProperties properties, MessageSource messages) {
		this.properties = properties;
		this.messages = messages;
	}

	String write(EntryPage replays) {
		Locale locale = this.properties.defaultLocale();
		AtomDocument.Head head = new AtomDocument.Head(page(0), this.messages.getMessage("feed.title", null, locale),
				this.messages.getMessage("feed.author", null, locale), locale.toLanguageTag(), links(replays));
		SalonContent content = new SalonContent(this.messages, locale);
		return AtomDocument.write(head, replays.entries(), (element, entry) -> entry(element, entry, content));
	}

	private Map<String, String> links(EntryPage replays) {
		int last = (int) replays.pages() - 1;
		Map<String, String> links = new LinkedHashMap<>();
		links.put("self", page(replays.page()));
		links.put("alternate", this.properties.archiveUrl("/archive"));
		if (last > 0) {
			links.put("first", page(0));
			links.put("last", page(last));
		}
		if (replays.page() > 0) {
			links.put("previous", page(replays.page() - 1));
		}
		if (replays.page() < last) {
			links.put("next", page(replays.page() + 1));
		}
		return links;
	}

	private String page(int number) {
		return this.properties.archiveUrl((number > 0) ? ADDRESS + "?page=" + number : ADDRESS);
	}

	private void entry(XmlDocument element, Entry entry, SalonContent content) throws XMLStreamException {
		Salon salon = entry.salon();
		AtomDocument.begin(element, entry, this.properties.archiveUrl("/archive/" + salon.number()),
				content.title(salon));
		element.element("published", Objects.requireNonNullElse(entry.replayAt(), entry.updatedAt()).toString());
		for (Link link : salon.links()) {
			if (WebAddress.of(link.url()).isPresent()) {
				Map<String, String> related = AtomDocument.ordered("rel", "related", "href",
						AtomDocument.iri(link.url()));
				if (!link.label().isBlank()) {
					related.put("title", link.label());
				}
				element.element("link", related);
			}
		}
		element.element("summary", content.summary(salon));
		element.element("content", Map.of("type", "html"), content.html(salon));
	}

}
