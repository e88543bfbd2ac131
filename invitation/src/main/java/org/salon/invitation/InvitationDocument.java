package org.salon.invitation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.salon.invitation.InvalidInvitation.Reason;

/** The syntax tree of an invitation, beside the text that it was read from. */
record InvitationDocument(String source, Node root) {

	private static final int MAX_NESTING = 32;

	// HTML blocks are off: a lone <br /> above a table would swallow it up to the next
	// blank line. HTML within a line is still seen. Indented code is off as well: in
	// these texts it is only ever an indented paragraph.
	private static final Parser PARSER = Parser.builder()
		.extensions(List.of(TablesExtension.create()))
		.includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
		.enabledBlockTypes(
				Set.of(Heading.class, FencedCodeBlock.class, ThematicBreak.class, ListBlock.class, BlockQuote.class))
		.maxOpenBlockParsers(MAX_NESTING)
		.maxInlineNesting(MAX_NESTING)
		.build();

	static InvitationDocument parse(String markdown) {
		// A NUL is of no use to a reader, and PostgreSQL refuses it.
		String source = InvitationText.withoutMark(markdown).replace('\0', '\uFFFD');
		if (source.isBlank()) {
			throw new InvalidInvitation(1, Reason.EMPTY);
		}
		// Counted in characters first: the text that is far too large is not encoded.
		if (source.length() > InvitationText.MAX_BYTES
				|| source.getBytes(StandardCharsets.UTF_8).length > InvitationText.MAX_BYTES) {
			throw new InvalidInvitation(1, Reason.TOO_LARGE, InvitationText.MAX_BYTES);
		}
		ParsingCost.check(source);
		return new InvitationDocument(source, PARSER.parse(source));
	}

	List<Node> blocks() {
		return children(this.root);
	}

	static List<Node> children(Node parent) {
		List<Node> children = new ArrayList<>();
		for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
			children.add(node);
		}
		return children;
	}

	/** The line that a node starts in, counted from 1; that of its parent if unknown. */
	static int line(Node node) {
		for (Node at = node; at != null; at = at.getParent()) {
			if (!at.getSourceSpans().isEmpty()) {
				return at.getSourceSpans().getFirst().getLineIndex() + 1;
			}
		}
		return 1;
	}

	static int start(Node node) {
		return node.getSourceSpans().getFirst().getInputIndex();
	}

	static int end(Node node) {
		SourceSpan last = node.getSourceSpans().getLast();
		return last.getInputIndex() + last.getLength();
	}

}
