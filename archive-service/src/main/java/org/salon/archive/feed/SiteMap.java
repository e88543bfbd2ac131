package org.salon.archive.feed;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.salon.archive.salon.Entry;
import org.salon.archive.web.SalonProperties;

/** The pages of the archive for search engines (sitemaps.org, protocol 0.9). */
@Component
class SiteMap {

	private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

	// The protocol allows 50,000 addresses, of which the archive's own page is one.
	private static final int LIMIT = 49_999;

	private final SalonProperties properties;

	SiteMap(SalonProperties properties) {
		this.properties = properties;
	}

	String write(List<Entry> entries) {
		return XmlDocument.write("urlset", Map.of("xmlns", NAMESPACE), (map) -> {
			map.element("url", Map.of(), (url) -> url.element("loc", this.properties.archiveUrl("/archive")));
			List<Entry> newest = entries.stream()
				.sorted(Comparator.comparing((Entry entry) -> entry.salon().number()).reversed())
				.limit(LIMIT)
				.toList();
			for (Entry entry : newest) {
				map.element("url", Map.of(), (url) -> {
					url.element("loc", this.properties.archiveUrl("/archive/" + entry.salon().number()));
					url.element("lastmod", entry.updatedAt().truncatedTo(ChronoUnit.SECONDS).toString());
				});
			}
		});
	}

}
