package org.salon.invitation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads a cell of links. A link's label is its own text, or the text before it, which may
 * stand on the line above; what is neither becomes a note.
 *
 * <pre>
 * Course: [https://a](https://a)[(open on a computer)](https://a)   Course, and a note
 * Course: &lt;br /&gt; https://a （[part two](https://b)）               Course; part two
 * Slides: [one](https://a), [two](https://b)                       Slides：one; Slides：two
 * [`(one)`](https://a "slides")                                    (one), of that kind
 * </pre>
 */
final class LinkCellReader {

	private static final int LONGEST_PREFIX = 200;

	private final RowLinks row;

	/** The text since the last link or line end. */
	private final StringBuilder text = new StringBuilder();

	/** What stood before a colon, or before the last link of this line. */
	private @Nullable String prefix;

	private boolean prefixUsed;

	/** A line of its own that may turn out to be the label of the next one. */
	private @Nullable String loose;

	/** Whether the last link stands in a bracket that is still open. */
	private boolean enclosed;

	private boolean afterLink;

	/** A code span with which this line begins, and which is all of it so far. */
	private @Nullable String literal;

	private LinkCellReader(RowLinks row) {
		this.row = row;
	}

	static void read(List<Segment> cell, RowLinks row) {
		LinkCellReader reader = new LinkCellReader(row);
		for (Segment segment : cell) {
			switch (segment) {
				case Segment.Text piece -> reader.readText(piece);
				case Segment.Break _ -> reader.endLine();
				case Segment.Target target -> reader.readLink(target);
			}
		}
		reader.endLine();
		reader.dropLoose();
		reader.dropPrefix();
	}

	private void readText(Segment.Text piece) {
		boolean begins = this.text.toString().isBlank() && !this.afterLink;
		if (piece.literal() || !piece.text().isBlank()) {
			this.literal = (piece.literal() && begins) ? piece.text() : null;
		}
		this.text.append(piece.text());
	}

	private void endLine() {
		String alone = this.literal;
		this.literal = null;
		String rest = takeText();
		if (this.prefixUsed) {
			dropPrefix();
		}
		if (alone != null) {
			this.row.remark(alone.strip());
		}
		else if (Labels.endsWithColon(rest)) {
			dropPrefix();
			dropLoose();
			startPrefix(rest);
		}
		else if (Labels.bracketed(rest)) {
			this.row.note(Labels.unbracketed(rest));
		}
		else if (!Labels.clean(rest).isEmpty()) {
			dropLoose();
			this.loose = rest;
		}
		this.enclosed = false;
		this.afterLink = false;
	}

	private void readLink(Segment.Target target) {
		this.literal = null;
		this.row.kind(target.address(), LinkKind.titled(target.title()));
		String before = takeText();
		if (target.literal()) {
			this.row.note(before);
			this.row.add(target.address(), target.label().strip());
			return;
		}
		boolean opens = !before.isEmpty() && Labels.opens(before.charAt(before.length() - 1));
		boolean opened = !opens && !before.isEmpty() && Labels.opens(before.charAt(0)) && Labels.closing(before) < 0;
		if (opens || opened) {
			before = before.substring(opened ? 1 : 0, before.length() - (opens ? 1 : 0)).strip();
		}
		boolean unnamed = target.unnamed();
		boolean lead = !Labels.clean(before).isEmpty();
		if (lead && (unnamed || Labels.endsWithColon(before) || Labels.generic(target.label()))) {
			dropPrefix();
			startPrefix(before);
		}
		else if (lead) {
			this.row.note(before);
		}
		if (opens && !unnamed) {
			dropPrefix();
		}
		name(target, unnamed);
		this.enclosed = opens || opened;
		this.afterLink = true;
	}

	private void name(Segment.Target target, boolean unnamed) {
		String own = Labels.unbracketed(target.label().strip());
		if (!unnamed && Labels.bracketed(target.label().strip()) && this.row.contains(target.address())) {
			this.row.note(own);
			return;
		}
		boolean useLoose = this.prefix == null && (unnamed || Labels.generic(own)) && this.loose != null;
		String lead = useLoose ? this.loose : this.prefix;
		if (useLoose) {
			this.loose = null;
		}
		dropLoose();
		this.prefixUsed = true;
		if (unnamed) {
			this.row.add(target.address(), lead);
		}
		else if (lead == null) {
			this.row.add(target.address(), Labels.clean(own));
		}
		else {
			this.row.add(target.address(), Labels.generic(own) ? lead : lead + "：" + Labels.clean(own));
		}
	}

	/**
	 * The text so far, without the remarks in brackets that belong to the link before it.
	 */
	private String takeText() {
		String taken = this.text.toString().strip();
		this.text.setLength(0);
		if (this.enclosed && !taken.isEmpty() && Labels.closes(taken.charAt(0))) {
			taken = taken.substring(1).strip();
			this.enclosed = false;
		}
		int closing = this.afterLink ? Labels.closing(taken) : -1;
		if (closing >= 0) {
			this.row.note(taken.substring(1, closing));
			taken = taken.substring(closing + 1).strip();
		}
		return taken;
	}

	/** It is repeated for every link that it leads, so a whole paragraph is none. */
	private void startPrefix(String before) {
		String label = Labels.clean(before);
		if (label.length() <= LONGEST_PREFIX) {
			this.prefix = label;
		}
		else {
			this.row.note(label);
		}
	}

	/** A label that named no link is not lost. */
	private void dropPrefix() {
		if (this.prefix != null && !this.prefixUsed) {
			this.row.note(this.prefix);
		}
		this.prefix = null;
		this.prefixUsed = false;
	}

	private void dropLoose() {
		if (this.loose != null) {
			this.row.note(this.loose);
			this.loose = null;
		}
	}

}
