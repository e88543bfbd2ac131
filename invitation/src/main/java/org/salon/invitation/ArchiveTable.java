package org.salon.invitation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Past salons as the tables at the end of an invitation, one for each series under a
 * heading that names it. {@link InvitationParser} gives back what was written: numbers,
 * dates, topics by tag, links with label and kind, notes and series; tests hold it to
 * that for generated archives.
 *
 * <p>
 * What the form cannot say is written as near as it can be: a link without a label gets
 * one when it is read, an address twice in a row is one link with both labels, a tag
 * twice one group, and a series with a name that any club would use ("沙龙") is none.
 *
 * <p>
 * A row's date has no year: whoever reads the table counts back from the coming salon in
 * row order, and a day later in the year than the row below is of the year before. So
 * rows stand in order of date; and where counting back from today would end at another
 * year (more than a year between two salons, or since the last), the row says its year:
 *
 * <pre>
 * | 2 | 2017.06.01 | …     counting back from 03.16 would give 2018
 * | 3 | 03.16      | …     2019
 * </pre>
 */
public final class ArchiveTable {

	private static final String HEAD = "| 期数 | 时间 | 内容 | 链接 |\n| --- | --- | --- | --- |\n";

	private static final String ANY_SERIES = "往期";

	private static final String BREAK = "<br />";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM.dd");

	private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("yyyy.MM.dd");

	private static final Comparator<ArchivedSalon> NEWEST_FIRST = Comparator.comparing(ArchivedSalon::date)
		.thenComparing(ArchivedSalon::number)
		.reversed();

	private ArchiveTable() {
	}

	/**
	 * The tables, those of a series that began earlier first.
	 * @param today from where readers count back: the day of the coming salon if they
	 * stand in its invitation
	 */
	public static String write(List<ArchivedSalon> salons, LocalDate today) {
		Map<String, List<ArchivedSalon>> series = salons.stream()
			.sorted(NEWEST_FIRST.reversed())
			.collect(Collectors.groupingBy(ArchiveTable::heading, LinkedHashMap::new, Collectors.toList()));
		if (series.isEmpty()) {
			return table(ANY_SERIES, List.of(), today);
		}
		return series.entrySet()
			.stream()
			.map((one) -> table(one.getKey(), one.getValue(), today))
			.collect(Collectors.joining("\n"));
	}

	private static String heading(ArchivedSalon salon) {
		return Objects.requireNonNullElse(salon.series(), ANY_SERIES);
	}

	private static String table(String heading, List<ArchivedSalon> oldestFirst, LocalDate today) {
		// A table whose numbers fall is taken for one with the latest salon first.
		boolean falling = oldestFirst.size() > 1 && oldestFirst.getFirst().number() >= oldestFirst.getLast().number();
		List<String> rows = new ArrayList<>();
		LocalDate below = today;
		for (ArchivedSalon salon : oldestFirst.reversed()) {
			rows.add(row(salon, falling ? null : below));
			below = salon.date();
		}
		return "### " + MarkdownCell.text(heading) + "回顾\n" + HEAD + String.join("", rows.reversed());
	}

	private static String row(ArchivedSalon salon, @Nullable LocalDate below) {
		boolean counted = below != null && isCountedBack(salon.date(), below);
		DateTimeFormatter form = counted ? DAY : DAY_OF_YEAR;
		return "| %d | %s | %s | %s |\n".formatted(salon.number(), form.format(salon.date()), topics(salon),
				links(salon));
	}

	private static boolean isCountedBack(LocalDate date, LocalDate below) {
		MonthDay day = MonthDay.from(date);
		// Whoever counts back to a leap day may end in another year than one would think.
		boolean leap = day.equals(MonthDay.of(2, 29));
		int year = day.isAfter(MonthDay.from(below)) ? below.getYear() - 1 : below.getYear();
		return !leap && date.getYear() == year;
	}

	private static String topics(ArchivedSalon salon) {
		List<String> lines = new ArrayList<>();
		for (TopicGroup group : salon.groups()) {
			// A tag holds until the next one, so topics without any need an empty one to
			// end it, except at the start.
			String tag = (group.tag() != null) ? group.tag() : "";
			String lead = (tag.isEmpty() && lines.isEmpty()) ? ""
					: "【" + (tag.isEmpty() ? "" : MarkdownCell.name(tag)) + "】";
			lines.add(lead + String.join("；", group.topics().stream().map(MarkdownCell::name).toList()));
		}
		return String.join(BREAK, lines);
	}

	private static String links(ArchivedSalon salon) {
		Stream<String> links = salon.links().stream().map(ArchiveTable::link);
		Stream<String> notes = salon.notes().stream().map(MarkdownCell::note);
		return String.join(BREAK, Stream.concat(links, notes).toList());
	}

	private static String link(Link link) {
		// Whatever people must not be led to must not become a link in somebody's
		// Markdown.
		return (WebAddress.refusal(link.url()) == null) ? MarkdownCell.link(link)
				: MarkdownCell.literal(link.label() + " " + link.url());
	}

}
