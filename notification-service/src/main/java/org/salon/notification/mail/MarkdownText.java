package org.salon.notification.mail;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Reads Markdown as text on one line. */
final class MarkdownText {

	private final Parser parser = Parser.builder().build();

	private final TextContentRenderer renderer = TextContentRenderer.builder()
		.lineBreakRendering(LineBreakRendering.STRIP)
		.build();

	String text(String markdown) {
		return PlainText.line(this.renderer.render(this.parser.parse(markdown)));
	}

}
