package org.salon.registration.salon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What became of each salon that others know of. */
@Repository
public class SalonHistory {

	private static final String SELECT = """
			select version, at, kind, made_by, reason, changes from salon_history where number = :number
			""";

	private static final String KEEP = """
			insert into salon_history (number, version, at, kind, changes, reason, made_by)
			select * from jsonb_to_recordset(:rows::jsonb) as row (number integer, version bigint, at timestamptz,
				kind text, changes jsonb, reason text, made_by text)
			""";

	private static final String MENDED = """
			select number, version, at, kind, made_by, reason, changes from salon_history
			where number in (:numbers) and kind in ('CORRECTED', 'REPLAY_PUBLISHED') order by version
			""";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	SalonHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void keep(int number, HistoryEntry entry) {
		keep(Map.of(number, entry));
	}

	/** Keeps an entry of each of these salons. */
	void keep(Map<Integer, HistoryEntry> entries) {
		List<Row> rows = entries.entrySet().stream().map((entry) -> Row.of(entry.getKey(), entry.getValue())).toList();
		this.jdbc.sql(KEEP).param("rows", JSON.writeValueAsString(rows)).update();
	}

	/** All that is known, the latest first. */
	public List<HistoryEntry> of(int number) {
		return this.jdbc.sql(SELECT + " order by version desc")
			.param("number", number)
			.query(SalonHistory::entry)
			.list();
	}

	/** What an operator mended: by a correction, or by other links of the replay. */
	List<HistoryEntry> mended(int number) {
		return mended(List.of(number)).getOrDefault(number, List.of());
	}

	/**
	 * The same of many salons, by number; one that nothing was mended of is not in it.
	 */
	Map<Integer, List<HistoryEntry>> mended(Collection<Integer> numbers) {
		Map<Integer, List<HistoryEntry>> mended = new HashMap<>();
		if (!numbers.isEmpty()) {
			this.jdbc.sql(MENDED).param("numbers", numbers).query((row) -> {
				mended.computeIfAbsent(row.getInt("number"), (number) -> new ArrayList<>()).add(entry(row, 0));
			});
		}
		return mended;
	}

	/** The details as they were when the salon had that version. */
	public SalonDetails detailsAt(Salon salon, long version) {
		SalonDetails details = salon.details();
		for (HistoryEntry later : of(salon.number())) {
			if (later.version() > version) {
				details = SalonParts.without(details, later.changes());
			}
		}
		return details;
	}

	/** The salon takes its history along to its new number. */
	void move(int from, int to) {
		this.jdbc.sql("update salon_history set number = ? where number = ?").params(to, from).update();
	}

	private static HistoryEntry entry(ResultSet row, int index) throws SQLException {
		Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
		return new HistoryEntry(row.getLong("version"), at, HistoryEntry.Kind.valueOf(row.getString("kind")),
				HistoryEntry.Author.valueOf(row.getString("made_by")), row.getString("reason"),
				SalonParts.read(row.getString("changes")));
	}

	/** Named as the columns are. */
	private record Row(int number, long version, Instant at, HistoryEntry.Kind kind, List<FieldChange> changes,
			@Nullable String reason, HistoryEntry.Author made_by) {

		static Row of(int number, HistoryEntry entry) {
			return new Row(number, entry.version(), entry.at(), entry.kind(), entry.changes(), entry.reason(),
					entry.by());
		}

	}

}
