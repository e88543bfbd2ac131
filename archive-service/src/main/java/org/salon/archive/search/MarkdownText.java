package org.salon.archive.search;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as a reader sees it, without its marks. */
final class MarkdownText {

	private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(50).build();

	private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
		.lineBreakRendering(LineBreakRendering.STRIP)
		.build();

	private MarkdownText() {
	}

	static String of(String markdown) {
		return RENDERER.render(PARSER.parse(markdown));
	}

}
