package org.salon.archive.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes a page of the service one of the static site: its links lead to the other files,
 * and what only works with the service behind it is gone.
 */
final class PageRewriter {

	/**
	 * What needs the service: every form, and whatever a template marks with
	 * {@code data-live}.
	 */
	private static final String LIVE = "[data-live], form";

	// With a scheme, or with a host only.
	private static final Pattern ELSEWHERE = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*:|//).*", Pattern.DOTALL);

	private final SitePage page;

	private final Set<SitePage> found = new LinkedHashSet<>();

	PageRewriter(SitePage page) {
		this.page = page;
	}

	String rewrite(InputStream html) throws IOException {
		Document document = Jsoup.parse(html, "UTF-8", "");
		document.outputSettings().prettyPrint(false);
		document.select(LIVE).remove();
		document.select("[href]").forEach((element) -> relate(element, "href"));
		document.select("[src]").forEach((element) -> relate(element, "src"));
		return document.outerHtml();
	}

	/** What the rewritten page leads to, in the order of the page. */
	Set<SitePage> found() {
		return this.found;
	}

	private void relate(Element element, String attribute) {
		String link = element.attr(attribute);
		if (link.startsWith("#") || ELSEWHERE.matcher(link).matches()) {
			return;
		}
		Optional<URI> address = resolve(link);
		Optional<SitePage> target = address.flatMap(SitePage::of);
		if (target.isEmpty()) {
			// A link to nowhere is worse than a word that is none.
			element.removeAttr(attribute);
			return;
		}
		this.found.add(target.get());
		String fragment = address.map(URI::getRawFragment).map((name) -> "#" + name).orElse("");
		element.attr(attribute, this.page.linkTo(target.get()) + fragment);
	}

	private Optional<URI> resolve(String link) {
		try {
			URI here = URI.create("http://archive.invalid" + this.page.address());
			// Java's own resolving forgets the path where there is a query only.
			String whole = link.startsWith("?") ? here.getRawPath() + link : link;
			return Optional.of(URI.create(here.resolve(whole).normalize().toASCIIString()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
