package org.salon.archive.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.EntryPage;

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

	private static final String NEWER = """
			select version, replay_at, updated_at, state from salons where generation = ? and revision > ?
			order by number
			""";

	private static final long NOTHING_READ = -1;

	/** So that a hundred thousand need not be in memory twice. */
	private static final int FETCHED_AT_ONCE = 1000;

	private static final String REPLAYS = " and replay_at is not null";

	private final JdbcClient jdbc;

	private final Clock clock;

	Salons(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What is served now. */
	public Served served() {
		return this.jdbc.sql("select generation, revision from projection").query(Served::of).single();
	}

	/**
	 * Hands over every salon of the served generation, listed or not.
	 * @return what has been read
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Served readAll(Consumer<Entry> reader) {
		Served served = served();
		read(served.generation(), NOTHING_READ, reader);
		return served;
	}

	/**
	 * Hands over what was written after what is known; nothing if another generation is
	 * served by now.
	 * @return what has been read
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Served readNewer(Served known, Consumer<Entry> reader) {
		Served served = served();
		if (served.generation() != known.generation()) {
			return known;
		}
		read(served.generation(), known.revision(), reader);
		return served;
	}

	private void read(long generation, long revision, Consumer<Entry> reader) {
		this.jdbc.sql(NEWER).withFetchSize(FETCHED_AT_ONCE).params(generation, revision).query((row) -> {
			reader.accept(entry(row, 0));
		});
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

	/** A page of those with something to watch or read, the latest published first. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public EntryPage replays(int page, int size) {
		long total = select("select count(*) " + LISTED + REPLAYS).query(Long.class).single();
		List<Entry> entries = select(
				ENTRIES + REPLAYS + " order by replay_at desc, date desc, number desc limit :size offset :offset")
			.param("size", size)
			.param("offset", (long) page * size)
			.query(Salons::entry)
			.list();
		return new EntryPage(entries, page, size, total);
	}

	/** How many there are. */
	public long count() {
		return select("select count(*) " + LISTED).query(Long.class).single();
	}

	private JdbcClient.StatementSpec select(String sql) {
		return this.jdbc.sql(sql).param("now", this.clock.instant().atOffset(ZoneOffset.UTC));
	}

	static Entry entry(ResultSet row, int index) throws SQLException {
		Instant updatedAt = row.getObject("updated_at", OffsetDateTime.class).toInstant();
		return new Entry(StoredSalon.read(row.getString("state")), row.getLong("version"), instant(row, "replay_at"),
				updatedAt);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
