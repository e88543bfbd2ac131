package org.salon.registration.series;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The series as stored. */
@Repository
class SeriesTable {

	private static final String SELECT = "select name, anchor, starts_at, minutes, zone, weeks, ahead, model from series";

	private final JdbcClient jdbc;

	SeriesTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Series> all() {
		return this.jdbc.sql(SELECT + " order by name").query(SeriesTable::series).list();
	}

	Optional<Series> find(String name) {
		return this.jdbc.sql(SELECT + " where name = ?").param(name).query(SeriesTable::series).optional();
	}

	/** The same, kept from others until the transaction ends. */
	Optional<Series> lock(String name) {
		return this.jdbc.sql(SELECT + " where name = ? for update").param(name).query(SeriesTable::series).optional();
	}

	void save(Series series) {
		Rhythm rhythm = series.rhythm();
		this.jdbc.sql("""
				insert into series (name, anchor, starts_at, minutes, zone, weeks, ahead, model)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (name) do update set anchor = excluded.anchor, starts_at = excluded.starts_at,
					minutes = excluded.minutes, zone = excluded.zone, weeks = excluded.weeks, ahead = excluded.ahead,
					model = excluded.model""")
			.params(series.name(), Date.valueOf(rhythm.anchor()), Time.valueOf(rhythm.time()),
					rhythm.length().toMinutes(), rhythm.zone().getId(), rhythm.weeks(), series.ahead(), series.model())
			.update();
	}

	void remove(String name) {
		this.jdbc.sql("delete from series where name = ?").param(name).update();
	}

	/**
	 * How many salons of the series come, and the last start of any that there ever was.
	 */
	Known known(String name, Instant now) {
		return this.jdbc.sql("""
				select count(*) filter (where stage in ('DRAFT', 'ANNOUNCED') and starts_at > :now) as coming,
					max(starts_at) as last
				from salon where series = :name and stage <> 'ARCHIVED'""")
			.param("now", Timestamp.from(now))
			.param("name", name)
			.query((row, index) -> {
				OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
				return new Known(row.getInt("coming"), (last != null) ? last.toInstant() : Instant.EPOCH);
			})
			.single();
	}

	private static Series series(ResultSet row, int index) throws SQLException {
		return new Series(row.getString("name"),
				new Rhythm(row.getDate("anchor").toLocalDate(), row.getTime("starts_at").toLocalTime(),
						Duration.ofMinutes(row.getInt("minutes")), ZoneId.of(row.getString("zone")),
						row.getInt("weeks")),
				row.getInt("ahead"), row.getInt("model"));
	}

	/** What there is of a series. */
	record Known(int coming, Instant last) {
	}

}
