package org.salon.archive.export;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.salon.archive.salon.Link;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Status;
import org.salon.archive.salon.TopicGroup;
import org.salon.archive.salon.WebAddress;

/**
 * The archive as the table at the end of an invitation. Importing it again gives back
 * numbers, dates, groups, links and notes.
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
final class MarkdownTable {

	private static final String HEAD = "| 期数 | 时间 | 内容 | 链接 |\n| --- | --- | --- | --- |\n";

	private static final String BREAK = "<br />";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM.dd");

	private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("yyyy.MM.dd");

	private MarkdownTable() {
	}

	/** The table; {@code today} is from where readers count back. */
	static String write(List<Salon> salons, LocalDate today) {
		List<Salon> newestFirst = salons.stream()
			.sorted(Comparator.comparing(Salon::date).thenComparing(Salon::number).reversed())
			.toList();
		List<String> rows = new ArrayList<>();
		LocalDate below = today;
		for (Salon salon : newestFirst) {
			rows.add(row(salon, below));
			below = salon.date();
		}
		return HEAD + String.join("", rows.reversed());
	}

	private static String row(Salon salon, LocalDate below) {
		DateTimeFormatter form = isCountedBack(salon.date(), below) ? DAY : DAY_OF_YEAR;
		return "| %d | %s | %s | %s |\n".formatted(salon.number(), form.format(salon.date()), topics(salon),
				links(salon));
	}

	private static boolean isCountedBack(LocalDate date, LocalDate below) {
		MonthDay day = MonthDay.from(date);
		int year = day.isAfter(MonthDay.from(below)) ? below.getYear() - 1 : below.getYear();
		return date.getYear() == year;
	}

	private static String topics(Salon salon) {
		List<TopicGroup> groups = salon.groups();
		if (groups.isEmpty() && salon.status() != Status.ARCHIVED) {
			// A salon that the system itself ran may have no topics but always has a
			// theme.
			return MarkdownCell.topic(salon.title());
		}
		List<String> lines = new ArrayList<>();
		for (TopicGroup group : groups) {
			// A tag holds until the next one, so topics without any need an empty one to
			// end
			// it, except at the start.
			String tag = (group.tag() != null) ? group.tag() : "";
			String lead = (tag.isEmpty() && lines.isEmpty()) ? "" : "【" + MarkdownCell.text(tag) + "】";
			lines.add(lead + String.join("；", group.topics().stream().map(MarkdownCell::topic).toList()));
		}
		return String.join(BREAK, lines);
	}

	private static String links(Salon salon) {
		Stream<String> links = salon.links().stream().map(MarkdownTable::link);
		Stream<String> notes = salon.notes().stream().map(MarkdownCell::note);
		return String.join(BREAK, Stream.concat(links, notes).toList());
	}

	private static String link(Link link) {
		// Whatever is no address of the web must not become one in somebody's Markdown.
		return WebAddress.of(link.url()).isPresent() ? MarkdownCell.link(link)
				: MarkdownCell.text(link.label() + " " + link.url());
	}

}
