package org.salon.archive.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Speaker;
import org.salon.archive.web.SalonProperties;

/**
 * The pages of the archive for search engines (sitemaps.org, protocol 0.9): one map, or
 * an index of maps when there are more addresses than one may hold.
 */
@Component
class SiteMap {

	/** As the protocol has it. */
	static final int LIMIT = 50_000;

	private static final Map<String, String> NAMESPACE = Map.of("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

	// What the server's firewall refuses in a path, encoded or not.
	private static final Pattern UNREACHABLE = Pattern.compile(".*[/\\\\;%\\p{Cntrl}].*|\\.{1,2}|\\s*", Pattern.DOTALL);

	private final SalonProperties properties;

	SiteMap(SalonProperties properties) {
		this.properties = properties;
	}

	/** The map, or the index if it would be too long. */
	String write(List<Entry> entries) {
		List<Page> pages = pages(entries);
		return (pages.size() <= LIMIT) ? map(pages) : index(parts(pages));
	}

	/** That part of a long map, from 1; none if there is no such part. */
	@Nullable String part(List<Entry> entries, int part) {
		List<Page> pages = pages(entries);
		if (part < 1 || part > parts(pages)) {
			return null;
		}
		return map(pages.subList((part - 1) * LIMIT, Math.min(part * LIMIT, pages.size())));
	}

	private static int parts(List<Page> pages) {
		return (pages.size() + LIMIT - 1) / LIMIT;
	}

	private static String map(List<Page> pages) {
		return XmlDocument.write("urlset", NAMESPACE, (map) -> {
			for (Page page : pages) {
				map.element("url", Map.of(), page::write);
			}
		});
	}

	private String index(int parts) {
		return XmlDocument.write("sitemapindex", NAMESPACE, (index) -> {
			for (int part = 1; part <= parts; part++) {
				String address = this.properties.archiveUrl("/sitemap.xml?part=" + part);
				index.element("sitemap", Map.of(), (map) -> map.element("loc", address));
			}
		});
	}

	private List<Page> pages(List<Entry> entries) {
		Set<String> named = new LinkedHashSet<>();
		List<Page> pages = new ArrayList<>();
		pages.add(new Page(this.properties.archiveUrl("/archive"), null));
		for (Entry entry : entries.reversed()) {
			Salon salon = entry.salon();
			pages.add(new Page(this.properties.archiveUrl("/archive/" + salon.number()), entry.updatedAt()));
			salon.tags().forEach((tag) -> name(named, "tags", tag));
			salon.speakers().stream().map(Speaker::name).forEach((name) -> name(named, "speakers", name));
			name(named, "series", salon.series());
		}
		named.forEach((path) -> pages.add(new Page(this.properties.archiveUrl(path), null)));
		return pages;
	}

	private static void name(Set<String> named, String kind, @Nullable String name) {
		if (name != null && !UNREACHABLE.matcher(name).matches()) {
			named.add("/archive/" + kind + "/" + UriUtils.encode(name, "UTF-8"));
		}
	}

	/**
	 * One address.
	 *
	 * @param changed when the page was last another; absent where that is not known
	 */
	private record Page(String address, @Nullable Instant changed) {

		void write(XmlDocument url) throws XMLStreamException {
			url.element("loc", this.address);
			if (this.changed != null) {
				url.element("lastmod", this.changed.truncatedTo(ChronoUnit.SECONDS).toString());
			}
		}

	}

}
