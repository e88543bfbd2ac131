package org.salon.invitation;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import org.salon.invitation.TableColumns.Column;

/** Reads one row of the table of past salons. */
final class RowReader {

	private final TableColumns columns;

	private final InvitationDocument document;

	private final Findings findings;

	private final @Nullable String series;

	private final int table;

	RowReader(TableColumns columns, InvitationDocument document, Findings findings, @Nullable String series,
			int table) {
		this.columns = columns;
		this.document = document;
		this.findings = findings;
		this.series = series;
		this.table = table;
	}

	/** The row; null, with a warning, if it is not understood. */
	@Nullable RowDraft read(Node row) {
		int line = InvitationDocument.line(row);
		warnOfLostCells(row, line);
		RowLinks links = new RowLinks();
		List<TopicGroup> groups = new ArrayList<>();
		String number = "";
		String date = "";
		List<Node> cells = InvitationDocument.children(row);
		for (int i = 0; i < cells.size(); i++) {
			List<Segment> cell = InlineReader.read(cells.get(i));
			Column column = this.columns.column(i);
			switch (column) {
				case NUMBER -> number = text(cell, links);
				case DATE -> date = text(cell, links);
				case CONTENT -> groups.addAll(readContent(cell, links));
				case LINKS -> LinkCellReader.read(cell, links);
				case OTHER -> readOther(i, cell, links);
			}
		}
		return draft(line, number, date, groups, links);
	}

	private @Nullable RowDraft draft(int line, String number, String date, List<TopicGroup> groups, RowLinks links) {
		Integer salon = SalonNumber.ofCell(number);
		if (salon == null) {
			this.findings.add(line, WarningCode.ROW_NUMBER_NOT_UNDERSTOOD, number);
			return null;
		}
		List<DateMention> days = DateReader.expectedIn(date, line);
		if (days.size() != 1 || !days.getFirst().exists()) {
			this.findings.add(line, WarningCode.ROW_DATE_NOT_UNDERSTOOD, salon, date);
			return null;
		}
		List<String> topics = groups.stream().flatMap((group) -> group.topics().stream()).toList();
		List<Link> named = links.links(topics);
		if (topics.isEmpty() && named.isEmpty()) {
			this.findings.add(line, WarningCode.ROW_EMPTY, salon);
		}
		return new RowDraft(salon, days.getFirst(), groups, named, links.notes(), this.series, this.table, line);
	}

	private static List<TopicGroup> readContent(List<Segment> cell, RowLinks links) {
		ContentLinks.read(cell, links);
		TopicReader topics = TopicReader.read(cell);
		topics.notes().forEach(links::note);
		return topics.groups();
	}

	private static String text(List<Segment> cell, RowLinks links) {
		StringBuilder text = new StringBuilder();
		for (Segment segment : cell) {
			switch (segment) {
				case Segment.Text piece -> text.append(piece.text());
				case Segment.Target target -> {
					text.append(target.unnamed() ? "" : target.label());
					links.add(target.address(), null);
				}
				case Segment.Break _ -> text.append(' ');
			}
		}
		return text.toString().strip();
	}

	private void readOther(int index, List<Segment> cell, RowLinks links) {
		RowLinks own = new RowLinks();
		LinkCellReader.read(cell, own);
		own.links(List.of()).forEach((link) -> links.add(link.url(), link.label()));
		String header = (index < this.columns.headers().size()) ? this.columns.headers().get(index) : "";
		own.notes().forEach((note) -> links.note(header.isEmpty() ? note : header + "：" + note));
	}

	/** The table extension drops what a row has beyond its header: that is told. */
	private void warnOfLostCells(Node row, int line) {
		String source = this.document.source()
			.substring(InvitationDocument.start(row), InvitationDocument.end(row))
			.strip();
		int width = this.columns.columns().size();
		int cells = 0;
		for (int i = source.startsWith("|") ? 1 : 0; i < source.length(); i++) {
			boolean pipe = source.charAt(i) == '|' && (i == 0 || source.charAt(i - 1) != '\\');
			cells += pipe ? 1 : 0;
			if (pipe && cells == width && !source.substring(i + 1).isBlank()) {
				this.findings.add(line, WarningCode.ROW_CELLS_LOST, source.substring(i + 1).strip());
				return;
			}
		}
	}

}
