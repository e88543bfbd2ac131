package org.salon.archive.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.TopicGroup;
import org.salon.archive.salon.WebAddress;

/** A salon in the words of a feed. */
final class SalonContent {

	private final MessageSource messages;

	private final Locale locale;

	SalonContent(MessageSource messages, Locale locale) {
		this.messages = messages;
		this.locale = locale;
	}

	String title(Salon salon) {
		Object[] names = { Integer.toString(salon.number()), salon.title() };
		return this.messages.getMessage("feed.entry", names, this.locale);
	}

	String summary(Salon salon) {
		if (salon.groups().isEmpty()) {
			return salon.title();
		}
		return salon.groups().stream().map(SalonContent::line).collect(Collectors.joining("\n"));
	}

	/** The topics, the links by their kinds, and the remarks. */
	String html(Salon salon) {
		StringBuilder html = new StringBuilder();
		salon.groups().forEach((group) -> html.append("<p>").append(escaped(line(group))).append("</p>\n"));
		Map<LinkKind, List<Link>> kinds = salon.links()
			.stream()
			.collect(Collectors.groupingBy(Link::kind, TreeMap::new, Collectors.toList()));
		kinds.forEach((kind, links) -> {
			html.append("<h3>")
				.append(escaped(this.messages.getMessage("kind." + kind.name(), null, this.locale)))
				.append("</h3>\n<ul>\n");
			links.forEach((link) -> html.append("<li>").append(link(link)).append("</li>\n"));
			html.append("</ul>\n");
		});
		salon.notes().forEach((note) -> html.append("<p>").append(escaped(note)).append("</p>\n"));
		return html.toString();
	}

	private static String line(TopicGroup group) {
		return ((group.tag() != null) ? "【" + group.tag() + "】" : "") + String.join("；", group.topics());
	}

	private static String link(Link link) {
		if (WebAddress.of(link.url()).isEmpty()) {
			return escaped((link.label() + " " + link.url()).strip());
		}
		String text = link.label().isBlank() ? link.url() : link.label();
		return "<a href=\"" + escaped(AtomDocument.iri(link.url())) + "\">" + escaped(text) + "</a>";
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
