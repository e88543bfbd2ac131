package org.salon.registration.salon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The operator's list of salons: few columns of many, however long the club exists. */
@Repository
public class SalonList {

	private static final String LINES = """
			select number, title, stage, date, starts_at, ends_at, capacity, zone, series from salon
			where number < :before
				and (:stage::text is null or case :stage
					when 'ANNOUNCED' then stage = 'ANNOUNCED' and ends_at > :now
					when 'HELD' then stage = 'ANNOUNCED' and ends_at <= :now
					else stage = :stage end)
				and (:words::text is null or title ilike :words or series ilike :words or number::text = :number)
			order by number desc limit :limit""";

	private static final String PLACES = """
			select salon_number, count(*) filter (where status in ('REGISTERED', 'PENDING') and line is null) as registered,
				count(*) filter (where status = 'WAITLISTED') as waitlisted
			from registration where salon_number in (:numbers) group by salon_number""";

	private static final int BEYOND_ALL = 1_000_000;

	private final JdbcClient jdbc;

	private final Clock clock;

	SalonList(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those with the highest numbers first.
	 * @param before only those of a lower number; null to begin with the highest
	 * @param stage only those at it, null for any
	 * @param query part of the title or the series, or the number; null or blank for any
	 * @param size how many at most
	 */
	public Page page(@Nullable Integer before, @Nullable SalonStage stage, @Nullable String query, int size) {
		Instant now = this.clock.instant();
		String words = (query != null && !query.isBlank()) ? query.strip() : null;
		List<Line> found = this.jdbc.sql(LINES)
			.param("before", (before != null) ? before : BEYOND_ALL)
			.param("stage", (stage != null) ? stage.name() : null)
			.param("now", Timestamp.from(now))
			.param("words", (words != null) ? "%" + literal(words) + "%" : null)
			.param("number", words)
			.param("limit", size + 1)
			.query((row, index) -> line(row, now))
			.list();
		List<Line> shown = counted(found.subList(0, Math.min(size, found.size())));
		return new Page(shown, (found.size() > size) ? shown.getLast().number() : null);
	}

	/**
	 * Announced salons that start within that time, the first first; without who comes.
	 */
	public List<Line> starting(Instant from, Instant to, int most) {
		return this.jdbc.sql("""
				select number, title, stage, date, starts_at, ends_at, capacity, zone, series from salon
				where stage = 'ANNOUNCED' and ends_at > :from and starts_at between :from and :to
				order by starts_at, number limit :most""")
			.param("from", Timestamp.from(from))
			.param("to", Timestamp.from(to))
			.param("most", most)
			.query((row, index) -> line(row, this.clock.instant()))
			.list();
	}

	private List<Line> counted(List<Line> lines) {
		if (lines.isEmpty()) {
			return List.of();
		}
		Map<Integer, Attendance> places = new HashMap<>();
		this.jdbc.sql(PLACES).param("numbers", lines.stream().map(Line::number).toList()).query((row) -> {
			places.put(row.getInt("salon_number"), new Attendance(row.getInt("registered"), row.getInt("waitlisted")));
		});
		return lines.stream().map((line) -> line.with(places.getOrDefault(line.number(), Attendance.NOBODY))).toList();
	}

	/** As it stands, whatever it means to a pattern. */
	private static String literal(String words) {
		return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	private static Line line(ResultSet row, Instant now) throws SQLException {
		Instant startsAt = Salons.instant(row, "starts_at");
		Instant endsAt = Salons.instant(row, "ends_at");
		SalonStage stored = SalonStage.valueOf(row.getString("stage"));
		SalonStage stage = (stored == SalonStage.ANNOUNCED && endsAt != null && !now.isBefore(endsAt)) ? SalonStage.HELD
				: stored;
		return new Line(row.getInt("number"), row.getString("title"), stage, row.getDate("date").toLocalDate(),
				startsAt, endsAt, ZoneId.of(row.getString("zone")), Salons.integer(row, "capacity"),
				row.getString("series"), Attendance.NOBODY);
	}

	/**
	 * Some of the list.
	 *
	 * @param next where the rest begins, to be given as {@code before}; null if there is
	 * no more
	 */
	public record Page(List<Line> items, @Nullable Integer next) {
	}

	/**
	 * One salon of it.
	 *
	 * @param startsAt none if only the day is known
	 */
	public record Line(int number, String title, SalonStage stage, LocalDate date, @Nullable Instant startsAt,
			@Nullable Instant endsAt, ZoneId zone, @Nullable Integer capacity, @Nullable String series,
			Attendance attendance) {

		Line with(Attendance counted) {
			return new Line(this.number, this.title, this.stage, this.date, this.startsAt, this.endsAt, this.zone,
					this.capacity, this.series, counted);
		}

	}

}
