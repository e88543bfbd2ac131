package org.salon.apidocs;

import java.util.List;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;

import org.springframework.web.util.HtmlUtils;

/** Javadoc's HTML and inline tags as the Markdown that OpenAPI descriptions are in. */
final class DocMarkdown {

	private DocMarkdown() {
	}

	static String body(DocCommentTree comment) {
		return text(comment.getFullBody());
	}

	static String text(List<? extends DocTree> parts) {
		StringBuilder text = new StringBuilder();
		parts.forEach((part) -> text.append(markdown(part)));
		return text.toString().replaceAll(" *\\n *", "\n").strip();
	}

	private static String markdown(DocTree part) {
		return switch (part) {
			case TextTree text -> text.getBody().replaceAll("\\s+", " ");
			case LiteralTree literal -> "`" + literal.getBody().getBody().strip() + "`";
			case LinkTree link -> "`" + label(link) + "`";
			case EntityTree entity -> HtmlUtils.htmlUnescape(entity.toString());
			case StartElementTree element -> switch (element.getName().toString()) {
				case "p" -> "\n\n";
				case "li" -> "\n- ";
				default -> "";
			};
			default -> "";
		};
	}

	private static String label(LinkTree link) {
		String label = text(link.getLabel());
		return label.isEmpty() ? link.getReference().getSignature().replaceFirst("^.*[#.]", "") : label;
	}

}
