package org.salon.invitation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Finds the tables of past salons and reads their rows. */
final class ArchiveTables {

	private final InvitationDocument document;

	private final Findings findings;

	private int tables;

	ArchiveTables(InvitationDocument document, Findings findings) {
		this.document = document;
		this.findings = findings;
	}

	/** Whether a block is such a table, and so no part of the text around it. */
	static boolean lists(Node block) {
		return block instanceof TableBlock && columns(block).listsSalons();
	}

	/** The rows that are understood, each number once; all else is warned of. */
	List<RowDraft> read(List<Section> sections) {
		Map<Integer, RowDraft> rows = new LinkedHashMap<>();
		for (Section section : sections) {
			for (Node block : section.blocks()) {
				if (lists(block)) {
					readTable(block, rows);
				}
				else {
					judge(block, section);
				}
			}
		}
		warnOfRepeatedReplays(rows.values());
		return List.copyOf(rows.values());
	}

	private void judge(Node block, Section section) {
		if (block instanceof TableBlock) {
			if (!section.field().prose()) {
				this.findings.add(InvitationDocument.line(block), WarningCode.TABLE_NOT_UNDERSTOOD);
			}
			return;
		}
		for (TextLine line : TextLine.of(block)) {
			if (line.text().startsWith("|")) {
				this.findings.add(line.number(), WarningCode.ROW_OUTSIDE_TABLE, line.text());
			}
			else if (line.text().startsWith("#") && Field.headed(line.text()) != null) {
				this.findings.add(line.number(), WarningCode.HEADING_WITHOUT_SPACE, line.text());
			}
		}
	}

	private void readTable(Node table, Map<Integer, RowDraft> rows) {
		RowReader reader = new RowReader(columns(table), this.document, this.findings, Series.ofTable(heading(table)),
				this.tables++);
		for (Node part : InvitationDocument.children(table)) {
			if (part instanceof TableHead) {
				continue;
			}
			for (Node row : InvitationDocument.children(part)) {
				add(reader.read(row), rows);
			}
		}
	}

	private void add(@Nullable RowDraft row, Map<Integer, RowDraft> rows) {
		if (row == null) {
			return;
		}
		RowDraft first = rows.putIfAbsent(row.number(), row);
		if (first != null) {
			this.findings.add(row.line(), WarningCode.ROW_DUPLICATE, row.number(), first.line());
		}
	}

	/**
	 * One recording of two salons is a slip of the copying hand; a course may be shared.
	 */
	private void warnOfRepeatedReplays(Iterable<RowDraft> rows) {
		Map<String, Integer> salons = new HashMap<>();
		for (RowDraft row : rows) {
			for (Link link : row.links()) {
				Integer other = (link.kind() == LinkKind.REPLAY) ? salons.putIfAbsent(link.url(), row.number()) : null;
				if (other != null) {
					this.findings.add(row.line(), WarningCode.LINK_REPEATED, row.number(), link.url(), other);
				}
			}
		}
	}

	/** Warns of the numbers between the first and the coming salon that no row has. */
	void warnOfGaps(List<ArchivedSalon> salons, @Nullable ComingSalon coming) {
		if (salons.isEmpty()) {
			return;
		}
		Set<Integer> known = new HashSet<>();
		salons.forEach((salon) -> known.add(salon.number()));
		List<Integer> numbers = new ArrayList<>(known);
		if (coming != null) {
			numbers.add(coming.number());
		}
		numbers.sort(null);
		List<String> gaps = new ArrayList<>();
		for (int i = 1; i < numbers.size(); i++) {
			int from = numbers.get(i - 1) + 1;
			int to = numbers.get(i) - 1;
			if (from <= to) {
				gaps.add((from == to) ? String.valueOf(from) : (from + 1 == to) ? from + ", " + to : from + "–" + to);
			}
		}
		if (!gaps.isEmpty()) {
			this.findings.add(salons.getFirst().line(), WarningCode.NUMBERS_MISSING, String.join(", ", gaps));
		}
	}

	/** The heading that the table stands under; empty if under none. */
	private static String heading(Node table) {
		Node above = table.getPrevious();
		while (above != null && !(above instanceof Heading)) {
			above = above.getPrevious();
		}
		return (above instanceof Heading heading) ? TextLine.of(heading).getFirst().text() : "";
	}

	private static TableColumns columns(Node table) {
		Node head = table.getFirstChild();
		Node row = (head != null) ? head.getFirstChild() : null;
		return (row != null) ? TableColumns.of(row) : new TableColumns(List.of(), List.of());
	}

}
