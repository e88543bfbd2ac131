package org.salon.invitation;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/**
 * The blocks under one heading.
 *
 * @param level of the heading, 1 to 6
 */
record Section(Field field, int level, int line, String heading, List<Node> blocks) {

	/** A paragraph in bold alone stands in for a heading, below all real ones. */
	private static final int BOLD_LEVEL = 7;

	static List<Section> of(List<Node> blocks) {
		List<Section> sections = new ArrayList<>();
		sections.add(new Section(Field.PREAMBLE, 0, 1, "", new ArrayList<>()));
		boolean titled = false;
		for (Node block : blocks) {
			Section current = sections.getLast();
			Section next = opened(block, current, !titled);
			// The first heading is the title, unless it announces a section.
			titled |= block instanceof Heading;
			if (next != null) {
				sections.add(next);
			}
			else {
				current.blocks.add(block);
			}
		}
		return sections;
	}

	private static @Nullable Section opened(Node block, Section current, boolean untitled) {
		String heading = headingText(block);
		if (heading == null) {
			return null;
		}
		int level = (block instanceof Heading real) ? real.getLevel() : BOLD_LEVEL;
		boolean numbered = SalonNumber.in(heading) != null;
		Field field = numbered ? null : Field.headed(heading);
		boolean title = untitled || (numbered && current.field == Field.PREAMBLE);
		if (field == null && (level == BOLD_LEVEL || title || below(current, level))) {
			return null;
		}
		return new Section((field != null) ? field : Field.UNKNOWN, level, InvitationDocument.line(block), heading,
				new ArrayList<>());
	}

	/** A heading of the author's own belongs to the longer text that it divides. */
	private static boolean below(Section current, int level) {
		return level > current.level && !current.field.holdsFacts();
	}

	/** What a heading says, or a paragraph in bold that stands in for one. */
	static @Nullable String headingText(Node block) {
		boolean bold = block instanceof Paragraph && block.getFirstChild() instanceof StrongEmphasis
				&& block.getFirstChild() == block.getLastChild();
		if (!(block instanceof Heading) && !bold) {
			return null;
		}
		List<TextLine> lines = TextLine.of((Block) block);
		return (lines.size() == 1) ? lines.getFirst().text() : null;
	}

	List<TextLine> lines() {
		return this.blocks.stream().flatMap((block) -> TextLine.of(block).stream()).toList();
	}

}
