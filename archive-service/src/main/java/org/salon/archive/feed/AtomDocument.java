package org.salon.archive.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Speaker;

/** What every feed of the archive has (RFC 4287). */
final class AtomDocument {

	private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

	// What no IRI may hold (RFC 3987), though browsers take it.
	private static final Pattern UNSAFE = Pattern.compile("[\"<>\\[\\]\\\\^`{|}]");

	private AtomDocument() {
	}

	static String write(Head head, List<Entry> entries, EntryWriter writer) {
		// An empty feed must have a time too, and must not change from call to call.
		Instant updated = entries.stream().map(Entry::updatedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
		return XmlDocument.write("feed", ordered("xmlns", NAMESPACE, "xml:lang", head.language()), (feed) -> {
			feed.element("id", head.id());
			feed.element("title", head.title());
			feed.element("updated", updated.toString());
			feed.element("author", Map.of(), (author) -> author.element("name", head.author()));
			for (Map.Entry<String, String> link : head.links().entrySet()) {
				String type = link.getKey().equals("alternate") ? "text/html" : "application/atom+xml";
				feed.element("link", ordered("rel", link.getKey(), "type", type, "href", link.getValue()));
			}
			for (Entry entry : entries) {
				feed.element("entry", Map.of(), (element) -> writer.write(element, entry));
			}
		});
	}

	/** What the entries of all feeds begin with. */
	static void begin(XmlDocument element, Entry entry, String address, String title) throws XMLStreamException {
		element.element("id", address);
		element.element("title", title);
		element.element("updated", entry.updatedAt().toString());
		for (Speaker speaker : entry.salon().speakers()) {
			element.element("author", Map.of(), (author) -> author.element("name", speaker.name()));
		}
		for (String tag : entry.salon().tags()) {
			element.element("category", ordered("term", tag));
		}
		element.element("link", ordered("rel", "alternate", "type", "text/html", "href", address));
	}

	/** The address of a link as an IRI. */
	static String iri(String url) {
		return UNSAFE.matcher(url).replaceAll((found) -> "%%%02X".formatted((int) found.group().charAt(0)));
	}

	static Map<String, String> ordered(String... namesAndValues) {
		Map<String, String> attributes = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			attributes.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return attributes;
	}

	/**
	 * The feed itself.
	 *
	 * @param id the same for all pages of the feed
	 * @param links addresses by their relation, in order
	 */
	record Head(String id, String title, String author, String language, Map<String, String> links) {
	}

	/** Writes one entry. */
	@FunctionalInterface
	interface EntryWriter {

		void write(XmlDocument element, Entry entry) throws XMLStreamException;

	}

}
