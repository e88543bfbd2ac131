package org.salon.invitation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Gives each row its year: the rows follow each other in time, so each is on the last
 * such day that is not after the row below it, and the last row not after the coming
 * salon.
 */
final class RowYears {

	/**
	 * A salon is held every week or two; a longer pause looks like a date out of order.
	 */
	private static final int LONGEST_PAUSE = 300;

	private static final int LEAP_CYCLE = 8;

	private final Findings findings;

	RowYears(Findings findings) {
		this.findings = findings;
	}

	/**
	 * The rows with their dates, in the order given; each table is counted by itself.
	 * @param before the day that none is after
	 * @param series of the coming salon
	 */
	List<ArchivedSalon> dated(List<RowDraft> all, LocalDate before, @Nullable String series) {
		Map<Integer, List<RowDraft>> tables = all.stream()
			.collect(Collectors.groupingBy(RowDraft::table, TreeMap::new, Collectors.toList()));
		return tables.values().stream().flatMap((rows) -> datedOfTable(rows, before, series).stream()).toList();
	}

	private List<ArchivedSalon> datedOfTable(List<RowDraft> rows, LocalDate before, @Nullable String series) {
		List<RowDraft> latestFirst = new ArrayList<>(rows);
		// A table may as well list the latest salon first.
		if (!rows.isEmpty() && rows.getFirst().number() < rows.getLast().number()) {
			latestFirst = new ArrayList<>(rows.reversed());
		}
		List<ArchivedSalon> dated = new ArrayList<>();
		LocalDate bound = before;
		RowDraft later = null;
		for (RowDraft row : latestFirst) {
			LocalDate date = date(row.day(), bound);
			warnOfPause(row, date, later, bound);
			dated.add(row.on(date, series));
			bound = date;
			later = row;
		}
		dated.sort(Comparator.comparingInt(ArchivedSalon::line));
		tell(rows, dated, before);
		return dated;
	}

	private static LocalDate date(DateMention day, LocalDate bound) {
		for (int year = (day.year() != null) ? day.year() : bound.getYear();; year--) {
			LocalDate date = day.in(year);
			if (date != null && (day.year() != null || !date.isAfter(bound))) {
				return date;
			}
			if (year < bound.getYear() - LEAP_CYCLE) {
				return bound;
			}
		}
	}

	private void warnOfPause(RowDraft row, LocalDate date, @Nullable RowDraft later, LocalDate bound) {
		boolean pause = ChronoUnit.DAYS.between(date, bound) > LONGEST_PAUSE;
		if (later != null && (pause || date.isAfter(bound))) {
			this.findings.add(row.line(), WarningCode.ROW_ORDER, row.number(), date, later.number(), bound);
		}
	}

	private void tell(List<RowDraft> rows, List<ArchivedSalon> dated, LocalDate before) {
		if (rows.stream().anyMatch((row) -> row.day().year() == null)) {
			this.findings.add(dated.getFirst().line(), WarningCode.ROW_YEARS_COUNTED, before, dated.getFirst().number(),
					dated.getFirst().date(), dated.getLast().number(), dated.getLast().date());
		}
	}

}
