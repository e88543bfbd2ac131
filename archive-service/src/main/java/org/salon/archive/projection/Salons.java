package org.salon.archive.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.SalonQuery;

/**
 * The salons that the archive lists: the archived, those over by the clock, and those
 * with something to watch; never a cancelled one. Always those of the generation that is
 * served.
 */
@Repository
public class Salons {

	private static final String LISTED = """
			from salons
			where generation = (select generation from projection) and status <> 'CANCELLED'
			and (status in ('ARCHIVED', 'HELD') or replay_at is not null or ends_at <= :now)
			""";

	private static final String ENTRIES = "select version, replay_at, updated_at, state " + LISTED;

	private final JdbcClient jdbc;

	private final Clock clock;

	Salons(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A page of the salons that were asked for, newest first. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public SalonPage find(SalonQuery query) {
		Map<String, Object> values = new HashMap<>();
		String where = where(query, values);
		long total = select("select count(*) " + LISTED + where).params(values).query(Long.class).single();
		List<Entry> entries = select(ENTRIES + where + " order by date desc, number desc limit :size offset :offset")
			.params(values)
			.param("size", query.size())
			.param("offset", query.offset())
			.query(Salons::entry)
			.list();
		return new SalonPage(entries, query.page(), query.size(), total);
	}

	private static String where(SalonQuery query, Map<String, Object> values) {
		StringBuilder where = new StringBuilder();
		for (String term : query.terms()) {
			// Not LIKE: nothing in a term is a wildcard, and no index would help either.
			String name = "term" + values.size();
			where.append(" and position(:").append(name).append(" in searchable) > 0");
			values.put(name, term);
		}
		if (query.tag() != null) {
			where.append(" and :tag = any(tags)");
			values.put("tag", query.tag());
		}
		if (query.year() != null) {
			where.append(" and date >= :from and date < :to");
			values.put("from", LocalDate.of(query.year(), 1, 1));
			values.put("to", LocalDate.of(query.year() + 1, 1, 1));
		}
		return where.toString();
	}

	/** The salon of that number, if it is listed. */
	public Optional<Entry> find(int number) {
		return select(ENTRIES + " and number = :number").param("number", number).query(Salons::entry).optional();
	}

	/** The next lower number that is listed. */
	public OptionalInt before(int number) {
		return neighbour("select max(number) " + LISTED + " and number < :number", number);
	}

	/** The next higher number that is listed. */
	public OptionalInt after(int number) {
		return neighbour("select min(number) " + LISTED + " and number > :number", number);
	}

	private OptionalInt neighbour(String sql, int number) {
		Integer found = select(sql).param("number", number)
			.query((row, index) -> (Integer) row.getObject(1))
			.optional()
			.orElse(null);
		return (found != null) ? OptionalInt.of(found) : OptionalInt.empty();
	}

	/** All of them, oldest first. */
	public List<Entry> all() {
		return select(ENTRIES + " order by date, number").query(Salons::entry).list();
	}

	/** Those with something to watch or read, the latest published first. */
	public List<Entry> replays(int limit) {
		return select(
				ENTRIES + " and replay_at is not null order by replay_at desc, date desc, number desc limit :limit")
			.param("limit", limit)
			.query(Salons::entry)
			.list();
	}

	/** Every tag, the most used first. */
	public List<String> tags() {
		return select("select tag from (select unnest(tags) as tag " + LISTED
				+ ") used group by tag order by count(*) desc, tag")
			.query(String.class)
			.list();
	}

	/** Every year that has a salon, the latest first. */
	public List<Integer> years() {
		return select("select distinct extract(year from date)::integer as year " + LISTED + " order by year desc")
			.query(Integer.class)
			.list();
	}

	/** How many there are. */
	public long count() {
		return select("select count(*) " + LISTED).query(Long.class).single();
	}

	private JdbcClient.StatementSpec select(String sql) {
		return this.jdbc.sql(sql).param("now", this.clock.instant().atOffset(ZoneOffset.UTC));
	}

	private static Entry entry(ResultSet row, int index) throws SQLException {
		Instant updatedAt = row.getObject("updated_at", OffsetDateTime.class).toInstant();
		return new Entry(StoredSalon.read(row.getString("state")), row.getLong("version"), instant(row, "replay_at"),
				updatedAt);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
