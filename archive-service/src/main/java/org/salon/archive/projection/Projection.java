package org.salon.archive.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.salon.archive.salon.PlainText;
import org.salon.archive.salon.Salon;

/**
 * Writes the rows of the archive, generation by generation. A version that is not newer
 * than the row's changes nothing, so that events may come again or twice: live, and out
 * of the log while rebuilding.
 */
@Repository
class Projection {

	private static final String UPSERT = """
			insert into salons (generation, number, version, date, status, ends_at, replay_at, updated_at, tags,
				searchable, state)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
			on conflict (generation, number) do update set version = excluded.version, date = excluded.date,
				status = excluded.status, ends_at = excluded.ends_at, updated_at = excluded.updated_at,
				tags = excluded.tags, searchable = excluded.searchable, state = excluded.state,
				replay_at = case when excluded.replay_at is not null
					then coalesce(salons.replay_at, excluded.replay_at) end
			where salons.version < excluded.version
			""";

	private static final String FINGERPRINT = """
			select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', number, version, date, status,
				extract(epoch from ends_at), extract(epoch from replay_at), extract(epoch from updated_at),
				tags, searchable, state), E'\\n' order by number), ''), 'UTF8')), 'hex')
			from salons where generation = (select generation from projection)
			""";

	private final JdbcTemplate jdbc;

	Projection(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The generation that is served, held until the transaction ends: no switch happens
	 * between finding out where to write and writing there.
	 */
	long holdServed() {
		return number("select generation from projection for share");
	}

	/** The same, and holds off every writer until the transaction ends. */
	long lockServed() {
		return number("select generation from projection for update");
	}

	long served() {
		return number("select generation from projection");
	}

	void serve(long generation) {
		this.jdbc.update("update projection set generation = ?", generation);
	}

	/** Throws away what is not served. Only for whom rebuilds are locked. */
	void deleteUnserved() {
		this.jdbc.update("delete from salons where generation <> (select generation from projection)");
	}

	long count(long generation) {
		return number("select count(*) from salons where generation = ?", generation);
	}

	/** SHA-256 over all that is served, to compare one build with another. */
	String fingerprint() {
		return String.valueOf(this.jdbc.queryForObject(FINGERPRINT, String.class));
	}

	/** Applies the versions in this order. */
	void apply(long generation, List<SalonVersion> versions) {
		this.jdbc.batchUpdate(UPSERT, versions, versions.size(),
				(statement, version) -> bind(statement, generation, version));
	}

	private long number(String sql, Object... values) {
		Long found = this.jdbc.queryForObject(sql, Long.class, values);
		if (found == null) {
			throw new IllegalStateException("the projection has lost its generation");
		}
		return found;
	}

	private static void bind(PreparedStatement statement, long generation, SalonVersion version) throws SQLException {
		Salon salon = version.salon();
		OffsetDateTime time = utc(version.time());
		statement.setLong(1, generation);
		statement.setInt(2, salon.number());
		statement.setLong(3, version.version());
		statement.setObject(4, salon.date());
		statement.setString(5, salon.status().name());
		statement.setObject(6, utc(salon.endsAt()));
		statement.setObject(7, salon.hasReplay() ? time : null);
		statement.setObject(8, time);
		statement.setArray(9, statement.getConnection().createArrayOf("text", salon.tags().toArray()));
		statement.setString(10, searchable(salon));
		statement.setString(11, StoredSalon.write(salon));
	}

	private static String searchable(Salon salon) {
		// A line break between words: no term holds one, so none matches across two
		// words.
		return salon.words().map(PlainText::comparable).collect(Collectors.joining("\n"));
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
