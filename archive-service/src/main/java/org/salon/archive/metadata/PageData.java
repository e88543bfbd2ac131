package org.salon.archive.metadata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.salon.archive.projection.Salons;
import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Found;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.web.SalonProperties;

/**
 * Pages as search engines read them: {@code schema.org} in JSON-LD, and as those who
 * share them show them. For templates.
 */
@Component
public class PageData {

	private static final int DESCRIPTION = 200;

	// The same bytes on every instance, whatever the order in which it keeps a map.
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private final SalonProperties properties;

	private final MessageSource messages;

	private final Salons salons;

	PageData(SalonProperties properties, MessageSource messages, Salons salons) {
		this.properties = properties;
		this.messages = messages;
		this.salons = salons;
	}

	/** What a salon was about, in a sentence. */
	public String describe(Salon salon) {
		List<String> topics = salon.topics().isEmpty() ? salon.outline() : salon.topics();
		String text = topics.isEmpty() ? salon.title() : String.join("；", topics);
		String line = text.replaceAll("\\s+", " ").strip();
		return (line.codePointCount(0, line.length()) <= DESCRIPTION) ? line
				: line.substring(0, line.offsetByCodePoints(0, DESCRIPTION)) + "…";
	}

	/** The page of a salon. */
	public String ofSalon(Salon salon, String language) {
		String page = this.properties.archiveUrl("/archive/" + salon.number());
		Instant replayAt = this.salons.find(salon.number()).map(Entry::replayAt).orElse(null);
		Locale locale = Locale.forLanguageTag(language);
		String name = this.messages.getMessage("salon.number", new Object[] { Integer.toString(salon.number()) },
				locale);
		return graph(new EventData(salon, page, describe(salon), language).event(replayAt), trail(locale, name, page));
	}

	/** A page that lists salons. */
	public String ofList(SalonPage found, String title, String address, String language) {
		List<Map<String, Object>> items = new ArrayList<>();
		for (Entry entry : found.found().stream().map(Found::entry).toList()) {
			items.add(Map.of("@type", "ListItem", "position", items.size() + 1, "name", entry.salon().title(), "url",
					this.properties.archiveUrl("/archive/" + entry.salon().number())));
		}
		Map<String, Object> list = Map.of("@type", "ItemList", "numberOfItems", items.size(), "itemListElement", items);
		Map<String, Object> page = Map.of("@type", "CollectionPage", "@id", address, "url", address, "name", title,
				"inLanguage", language, "mainEntity", list);
		return graph(page, trail(Locale.forLanguageTag(language), title, address));
	}

	private Map<String, Object> trail(Locale locale, String name, String page) {
		String archive = this.properties.archiveUrl("/archive");
		List<Map<String, Object>> steps = new ArrayList<>();
		steps.add(step(1, this.messages.getMessage("archive.heading", null, locale), archive));
		if (!page.equals(archive)) {
			steps.add(step(2, name, page));
		}
		return Map.of("@type", "BreadcrumbList", "itemListElement", steps);
	}

	private static Map<String, Object> step(int position, String name, String page) {
		return Map.of("@type", "ListItem", "position", position, "name", name, "item", page);
	}

	private static String graph(Map<String, ?> first, Map<String, ?> second) {
		String json = JSON
			.writeValueAsString(Map.of("@context", "https://schema.org", "@graph", List.of(first, second)));
		// No text of ours may end the element or begin a comment in it.
		return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
	}

}
