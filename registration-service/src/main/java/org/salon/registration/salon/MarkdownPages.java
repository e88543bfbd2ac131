package org.salon.registration.salon;

import java.util.List;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/** Markdown as safe HTML: what is not on the list is left out. */
@Component
public class MarkdownPages {

	private static final int HIGHEST_HEADING = 3;

	private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
		.allowElements("p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "del", "code", "pre",
				"blockquote", "table", "thead", "tbody", "tr", "th", "td", "a")
		.allowAttributes("href")
		.onElements("a")
		.allowUrlProtocols("https", "http", "mailto")
		.requireRelsOnLinks("nofollow", "noopener", "noreferrer")
		.toFactory();

	private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	private final HtmlRenderer renderer = HtmlRenderer.builder()
		.extensions(List.of(TablesExtension.create()))
		.sanitizeUrls(true)
		.softbreak("<br>\n")
		.build();

	/** The text as HTML; empty for none. */
	public String html(@Nullable String markdown) {
		if (markdown == null) {
			return "";
		}
		Node document = this.parser.parse(markdown);
		document.accept(new PageRules());
		return ALLOWED.sanitize(this.renderer.render(document));
	}

	/**
	 * Remote pictures become links, for they would tell on readers; headings fit below
	 * ours.
	 */
	private static final class PageRules extends AbstractVisitor {

		@Override
		public void visit(Image image) {
			Link link = new Link(image.getDestination(), image.getTitle());
			if (image.getFirstChild() == null) {
				link.appendChild(new Text(image.getDestination()));
			}
			while (image.getFirstChild() != null) {
				link.appendChild(image.getFirstChild());
			}
			image.insertAfter(link);
			image.unlink();
		}

		@Override
		public void visit(Heading heading) {
			heading.setLevel(Math.clamp(heading.getLevel() + 1, HIGHEST_HEADING, 6));
			visitChildren(heading);
		}

	}

}
