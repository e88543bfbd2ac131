package org.salon.invitation;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * One line of a block as its author sees it.
 *
 * @param number in the text, counted from 1
 * @param text without markup; links by their visible text, pictures left out
 * @param item where the outermost list item around it starts; -1 outside of lists
 */
record TextLine(int number, String text, List<Segment.Target> targets, int item) {

	static List<TextLine> of(Node block) {
		List<TextLine> lines = new ArrayList<>();
		collect(block, -1, lines);
		return lines;
	}

	TextLine withText(String replacement) {
		return new TextLine(this.number, replacement.strip(), this.targets, this.item);
	}

	boolean blank() {
		return this.text.isEmpty() && this.targets.isEmpty();
	}

	private static void collect(Node block, int item, List<TextLine> lines) {
		switch (block) {
			case Paragraph _ -> addLines(block, item, lines);
			case Heading _ -> addLines(block, item, lines);
			case FencedCodeBlock code -> code.getLiteral()
				.lines()
				.forEach((line) -> lines
					.add(new TextLine(InvitationDocument.line(code), line.strip(), List.of(), item)));
			case TableBlock _ -> {
			}
			default -> {
				int inner = (item < 0 && block instanceof ListItem) ? InvitationDocument.line(block) : item;
				InvitationDocument.children(block).forEach((child) -> collect(child, inner, lines));
			}
		}
	}

	private static String visible(Segment.Target target) {
		if (target.picture()) {
			return "";
		}
		boolean address = target.label().isBlank() && WebAddress.refusal(target.address()) == null;
		return address ? target.address() : target.label();
	}

	private static void addLines(Node block, int item, List<TextLine> lines) {
		StringBuilder text = new StringBuilder();
		List<Segment.Target> targets = new ArrayList<>();
		int number = InvitationDocument.line(block);
		boolean started = false;
		for (Segment segment : InlineReader.read(block)) {
			if (!started) {
				number = segment.line();
				started = true;
			}
			switch (segment) {
				case Segment.Text plain -> text.append(plain.text());
				case Segment.Target target -> {
					targets.add(target);
					text.append(visible(target));
				}
				case Segment.Break _ -> {
					lines.add(new TextLine(number, text.toString().strip(), List.copyOf(targets), item));
					text.setLength(0);
					targets.clear();
					started = false;
				}
			}
		}
		lines.add(new TextLine(number, text.toString().strip(), List.copyOf(targets), item));
	}

}
