package org.salon.registration.chart;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table of figures, drawn as well where scripts run.
 *
 * @param id of the figure on its page
 * @param form how it is drawn
 * @param unit message code of what the figures count
 * @param axis message code of what stands in the first column
 * @param columns the heading of each series
 */
public record Chart(String id, Form form, String unit, String axis, List<String> columns, List<Row> rows) {

	/** Whether there is nothing to show. */
	public boolean isEmpty() {
		return this.rows.isEmpty() || this.columns.isEmpty();
	}

	/**
	 * One line of the table.
	 *
	 * @param label in the first column
	 * @param values one for each column, null where there is none
	 */
	public record Row(String label, List<@Nullable Long> values) {
	}

	/** How a chart is drawn. */
	public enum Form {

		/** A course over time. */
		LINE,
		/** Parts beside each other. */
		BAR,
		/** Parts of a whole on each other. */
		STACK;

		/** As a script reads it. */
		public String text() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
