package org.salon.archive.projection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.archive.salon.Correction;

/** What was mended of past salons, as their events say. */
@Repository
public class Corrections {

	/**
	 * By the versions that the salon had under each of its numbers, the present one
	 * first: another salon's corrections under one of them are not its own.
	 */
	private static final String OF_SALON = """
			with recursive served as (select generation from projection),
			stretch (number, above, below) as (
				select :number, coalesce((select max(version) from renumberings, served
						where renumberings.generation = served.generation and number = :number), 0), 9223372036854775807
				union all
				select r.number, coalesce((select max(p.version) from renumberings p where p.generation = r.generation
						and p.number = r.number and p.version < r.version), 0), r.version
				from stretch s cross join served join renumberings r on r.generation = served.generation
					and r.to_number = s.number and r.to_version > s.above and r.to_version < s.below
					-- Else two events at odds with each other would lead round and round.
					and r.version < r.to_version
			)
			select c.at, c.fields, c.reason from stretch s cross join served join corrections c
				on c.generation = served.generation and c.number = s.number and c.version > s.above and c.version < s.below
			order by c.version desc
			""";

	private static final String KEEP = """
			insert into corrections (generation, number, version, at, fields, reason)
			select :generation, number, version, at, fields, reason
			from jsonb_to_recordset(:corrections::jsonb)
				as next (number integer, version bigint, at timestamptz, fields text[], reason text)
			where not exists (select 1 from salons where salons.generation = :generation
				and salons.number = next.number and salons.version >= next.version)
			on conflict do nothing
			""";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	Corrections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was mended of the salon that has that number, the latest first. */
	public List<Correction> of(int number) {
		return this.jdbc.sql(OF_SALON).param("number", number).query(Corrections::correction).list();
	}

	/** Keeps those of versions that are newer than the salons' own. */
	void keep(long generation, List<SalonVersion> corrected) {
		if (!corrected.isEmpty()) {
			this.jdbc.sql(KEEP)
				.param("generation", generation)
				.param("corrections", JSON.writeValueAsString(corrected.stream().map(Kept::of).toList()))
				.update();
		}
	}

	private static Correction correction(ResultSet row, int index) throws SQLException {
		Array fields = row.getArray("fields");
		return new Correction(row.getObject("at", OffsetDateTime.class).toInstant(),
				List.of((String[]) fields.getArray()), row.getString("reason"));
	}

	private record Kept(int number, long version, Instant at, List<String> fields, @Nullable String reason) {

		static Kept of(SalonVersion version) {
			Correction correction = Objects.requireNonNull(version.correction());
			return new Kept(version.number(), version.version(), correction.at(), correction.fields(),
					correction.reason());
		}

	}

}
