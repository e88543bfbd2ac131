package org.salon.archive.export;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import org.salon.archive.salon.LinkKind;
import org.salon.archive.salon.TopicGroup;

/**
 * Reads the table as its rules say, knowing nothing of how it was written: an import in
 * small.
 */
final class TableReader {

	record Row(int number, LocalDate date, List<TopicGroup> groups, List<org.salon.archive.salon.Link> links,
			List<String> notes) {
	}

	private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	private TableReader() {
	}

	static List<Row> read(String markdown, LocalDate today) {
		List<List<Node>> rows = rows(PARSER.parse(markdown));
		List<Row> read = new ArrayList<>();
		LocalDate below = today;
		for (List<Node> cells : rows.subList(1, rows.size()).reversed()) {
			Cell links = Cell.read(cells.get(3));
			LocalDate date = date(Cell.read(cells.get(1)).text(), below);
			read.add(new Row(Integer.parseInt(Cell.read(cells.get(0)).text()), date,
					groups(Cell.read(cells.get(2)).lines), links.links, notes(links.lines)));
			below = date;
		}
		return read.reversed();
	}

	private static LocalDate date(String text, LocalDate below) {
		String[] parts = text.split("\\.");
		if (parts.length == 3) {
			return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
		}
		MonthDay day = MonthDay.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
		return day.atYear(below.getYear() - (day.isAfter(MonthDay.from(below)) ? 1 : 0));
	}

	private static List<TopicGroup> groups(List<String> lines) {
		List<TopicGroup> groups = new ArrayList<>();
		for (String line : lines) {
			int close = line.startsWith("【") ? line.indexOf('】') : -1;
			String tag = (close < 0) ? "" : line.substring(1, close);
			// U+0001 stands around what was in a code span, which is taken whole.
			List<String> topics = List
				.of(line.substring(close + 1).split("；(?=(?:[^\u0001]*\u0001[^\u0001]*\u0001)*[^\u0001]*$)"))
				.stream()
				.map((topic) -> topic.replace("\u0001", ""))
				.filter((topic) -> !topic.isEmpty())
				.toList();
			groups.add(new TopicGroup(tag.isEmpty() ? null : tag, topics));
		}
		return groups;
	}

	private static List<String> notes(List<String> lines) {
		return lines.stream()
			.filter((line) -> !line.isEmpty())
			.map((line) -> line.startsWith("（") ? line.substring(1, line.length() - 1) : line)
			.toList();
	}

	private static List<List<Node>> rows(Node document) {
		List<List<Node>> rows = new ArrayList<>();
		document.accept(new AbstractVisitor() {
			@Override
			public void visit(CustomNode node) {
				if (node instanceof TableRow) {
					rows.add(new ArrayList<>());
				}
				if (node instanceof TableCell) {
					rows.getLast().add(node);
				}
				visitChildren(node);
			}
		});
		return rows;
	}

	private static final class Cell extends AbstractVisitor {

		private final List<String> lines = new ArrayList<>();

		private final List<org.salon.archive.salon.Link> links = new ArrayList<>();

		private final StringBuilder line = new StringBuilder();

		static Cell read(Node node) {
			Cell cell = new Cell();
			cell.visitChildren(node);
			cell.endLine();
			return cell;
		}

		String text() {
			return String.join("", this.lines);
		}

		private void endLine() {
			if (!this.line.isEmpty()) {
				this.lines.add(this.line.toString());
				this.line.setLength(0);
			}
		}

		@Override
		public void visit(Text text) {
			this.line.append(text.getLiteral());
		}

		@Override
		public void visit(Code code) {
			this.line.append('\u0001').append(code.getLiteral()).append('\u0001');
		}

		@Override
		public void visit(HtmlInline html) {
			if (!html.getLiteral().equals("<br />")) {
				throw new AssertionError("HTML got through: " + html.getLiteral());
			}
			endLine();
		}

		@Override
		public void visit(Link link) {
			Cell label = read(link);
			this.links.add(new org.salon.archive.salon.Link(label.text(), link.getDestination(), LinkKind.REPLAY));
		}

	}

}
