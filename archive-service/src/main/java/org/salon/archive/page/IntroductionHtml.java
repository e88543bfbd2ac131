package org.salon.archive.page;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown of an introduction as HTML of which nothing but the allowed is left. */
final class IntroductionHtml {

	// No pictures: they would be fetched from elsewhere by every reader.
	private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
		.allowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "h5", "h6",
				"a")
		.allowUrlProtocols("http", "https")
		.allowAttributes("href")
		.onElements("a")
		.requireRelsOnLinks("noopener", "nofollow")
		.toFactory();

	private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(100).build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

	private IntroductionHtml() {
	}

	static String of(@Nullable String markdown) {
		if (markdown == null || markdown.isBlank()) {
			return "";
		}
		Node document = PARSER.parse(markdown);
		return ALLOWED.sanitize(RENDERER.render(document));
	}

}
