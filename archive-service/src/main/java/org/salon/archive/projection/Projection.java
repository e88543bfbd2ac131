package org.salon.archive.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes the rows of the archive, generation by generation. A version that is not newer
 * than the row's changes nothing, so that events may come again or twice: live, and out
 * of the log while rebuilding.
 */
@Repository
class Projection {

	/** A rebuild's rows stand before all that is written live. */
	private static final long REBUILT = 0;

	/** So many rows in a statement: more would not be faster. */
	private static final int AT_ONCE = 2_000;

	private static final String LOST = "the projection has lost its generation";

	// The newest of a salon's states; since when it has had a replay stays as it is
	// known.
	private static final String UPSERT = """
			insert into salons (generation, revision, number, version, date, status, ends_at, replay_at, updated_at,
				state)
			select ?, ?, number, version, date, status, ends_at, replay_at, updated_at,
				convert_from(state, 'UTF8')::jsonb
			from unnest(?::integer[], ?::bigint[], ?::date[], ?::text[], ?::timestamptz[], ?::timestamptz[],
				?::timestamptz[], ?::bytea[])
				as next (number, version, date, status, ends_at, replay_at, updated_at, state)
			on conflict (generation, number) do update set revision = excluded.revision,
				version = excluded.version, date = excluded.date, status = excluded.status,
				ends_at = excluded.ends_at, updated_at = excluded.updated_at, state = excluded.state,
				replay_at = case when excluded.replay_at is not null
					then coalesce(salons.replay_at, excluded.replay_at) end
			where salons.version < excluded.version
			""";

	// What salons had to watch before a version that had nothing.
	private static final String WITHDRAW = """
			update salons set replay_at = null
			from unnest(?::integer[], ?::bigint[]) as empty (number, version)
			where generation = ? and salons.number = empty.number and salons.version < empty.version
				and replay_at is not null
			""";

	private static final String MARK = """
			insert into link_marks (generation, number, version, dead) values (?, ?, ?, ?::jsonb)
			on conflict (generation, number) do update set version = excluded.version, dead = excluded.dead
			where link_marks.version < excluded.version
			""";

	// Without the revisions: they tell when a row was written here, not what it says.
	private static final String FINGERPRINT = """
			with served as (select generation from projection), lines as (
				select 1 as part, number, concat_ws('|', number, version, date, status,
					extract(epoch from ends_at), extract(epoch from replay_at), extract(epoch from updated_at),
					state) as line
				from salons where generation = (select generation from served)
				union all
				select 2, number, concat_ws('|', number, version, dead)
				from link_marks where generation = (select generation from served)
				union all
				select 3, number, concat_ws('|', number, version, to_number, to_version)
				from renumberings where generation = (select generation from served)
				union all
				select 4, number, concat_ws('|', number, version, extract(epoch from at), fields, reason)
				from corrections where generation = (select generation from served))
			select encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' order by part, number, line), ''), 'UTF8')),
				'hex') from lines
			""";

	private final JdbcTemplate jdbc;

	private final Corrections corrections;

	private final Renumberings renumberings;

	Projection(JdbcTemplate jdbc, Corrections corrections, Renumberings renumberings) {
		this.jdbc = jdbc;
		this.corrections = corrections;
		this.renumberings = renumberings;
	}

	/**
	 * Applies live events. It holds the row of the projection until the transaction ends,
	 * so that revisions are seen in their order and no switch happens in between.
	 */
	void applyLive(Changes changes) {
		Served served = revise();
		apply(served.generation(), served.revision(), changes);
	}

	private Served revise() {
		Served served = this.jdbc
			.queryForObject("update projection set revision = revision + 1 returning generation, revision", Served::of);
		if (served == null) {
			throw new IllegalStateException(LOST);
		}
		return served;
	}

	/** Holds off every writer until the transaction ends. */
	void lockServed() {
		number("select generation from projection for update");
	}

	long served() {
		return number("select generation from projection");
	}

	void serve(long generation) {
		this.jdbc.update("update projection set generation = ?", generation);
	}

	/** Throws away what is not served. Only for whom rebuilds are locked. */
	void deleteUnserved() {
		for (String table : List.of("salons", "link_marks", "corrections", "renumberings")) {
			this.jdbc.update("delete from " + table + " where generation <> (select generation from projection)");
		}
	}

	long count(long generation) {
		return number("select count(*) from salons where generation = ?", generation);
	}

	/** SHA-256 over all that is served, to compare one build with another. */
	String fingerprint() {
		return String.valueOf(this.jdbc.queryForObject(FINGERPRINT, String.class));
	}

	/** Applies what the log tells to a generation that is not served. */
	void apply(long generation, Changes changes) {
		apply(generation, REBUILT, changes);
	}

	private void apply(long generation, long revision, Changes changes) {
		// First, since they ask what version was there before.
		this.corrections.keep(generation, changes.corrections());
		this.renumberings.keep(generation, changes.renumberings());
		withdraw(generation, changes.salons().stream().filter((salon) -> salon.withoutReplay() > 0).toList());
		List<Changes.Standing> salons = List.copyOf(changes.salons());
		for (int from = 0; from < salons.size(); from += AT_ONCE) {
			upsert(generation, revision, salons.subList(from, Math.min(from + AT_ONCE, salons.size())));
		}
		mark(generation, changes.marks());
	}

	private void withdraw(long generation, List<Changes.Standing> salons) {
		if (!salons.isEmpty()) {
			this.jdbc.update(WITHDRAW, (statement) -> {
				array(statement, 1, "integer", salons, (salon) -> salon.last().number());
				array(statement, 2, "bigint", salons, Changes.Standing::withoutReplay);
				statement.setLong(3, generation);
			});
		}
	}

	private void upsert(long generation, long revision, List<Changes.Standing> salons) {
		this.jdbc.update(UPSERT, (statement) -> {
			statement.setLong(1, generation);
			statement.setLong(2, revision);
			array(statement, 3, "integer", salons, (salon) -> salon.last().number());
			array(statement, 4, "bigint", salons, (salon) -> salon.last().version());
			array(statement, 5, "date", salons, (salon) -> salon.last().date());
			array(statement, 6, "text", salons, (salon) -> salon.last().status().name());
			array(statement, 7, "timestamptz", salons, (salon) -> salon.last().endsAt());
			array(statement, 8, "timestamptz", salons, Changes.Standing::replayAt);
			array(statement, 9, "timestamptz", salons, (salon) -> salon.last().time());
			byte[][] states = salons.stream().map((salon) -> salon.last().state()).toArray(byte[][]::new);
			statement.setArray(10, statement.getConnection().createArrayOf("bytea", states));
		});
	}

	private void mark(long generation, Collection<LinkMarks> marks) {
		this.jdbc.batchUpdate(MARK, marks, AT_ONCE, (statement, mark) -> {
			statement.setLong(1, generation);
			statement.setInt(2, mark.number());
			statement.setLong(3, mark.version());
			statement.setString(4, StoredSalon.write(mark.dead()));
		});
	}

	private static void array(PreparedStatement statement, int index, String type, List<Changes.Standing> salons,
			Function<Changes.Standing, @Nullable Object> column) throws SQLException {
		statement.setArray(index, statement.getConnection().createArrayOf(type, salons.stream().map(column).toArray()));
	}

	private long number(String sql, Object... values) {
		Long found = this.jdbc.queryForObject(sql, Long.class, values);
		if (found == null) {
			throw new IllegalStateException(LOST);
		}
		return found;
	}

}
