package org.salon.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.commonmark.node.Node;

/**
 * What each column of a table holds, by the words of its header.
 *
 * @param columns from left to right
 * @param headers the words themselves
 */
record TableColumns(List<Column> columns, List<String> headers) {

	static TableColumns of(Node headRow) {
		List<Column> columns = new ArrayList<>();
		List<String> headers = new ArrayList<>();
		for (Node cell : InvitationDocument.children(headRow)) {
			String header = InlineReader.plainText(cell).strip();
			Column column = Column.of(header);
			columns.add(columns.contains(column) ? Column.OTHER : column);
			headers.add(header);
		}
		return new TableColumns(columns, headers);
	}

	/** Whether the table lists past salons: nothing else has both a number and a date. */
	boolean listsSalons() {
		return this.columns.contains(Column.NUMBER) && this.columns.contains(Column.DATE);
	}

	Column column(int index) {
		return (index < this.columns.size()) ? this.columns.get(index) : Column.OTHER;
	}

	enum Column {

		NUMBER("期数|期|期号|第几期|编号|序号|no\\.?|number|#|№|issue|session|salon"), DATE("时间|日期|date|time|when|day"),
		CONTENT("内容|主题|题目|议题|content|contents|topics?|theme|title|subject"),
		LINKS("链接|回放|资料|回放链接|视频|links?|replays?|recordings?|materials?|resources?"),

		/** Its links are kept as links and its text as notes. */
		OTHER("(?!)");

		private final Pattern names;

		Column(String names) {
			this.names = Pattern.compile(names);
		}

		static Column of(String header) {
			String plain = header.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
			for (Column column : values()) {
				if (column.names.matcher(plain).matches()) {
					return column;
				}
			}
			return OTHER;
		}

	}

}
