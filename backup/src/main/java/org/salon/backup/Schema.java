package org.salon.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.salon.backup.Manifest.Sequence;

/**
 * The tables of a database as they are now. All are in a backup but those named here: a
 * table that comes with a later migration is in it without anybody thinking of it.
 *
 * @param tables each after those that it refers to, with the columns that are not
 * computed from others
 */
record Schema(Map<String, List<String>> tables) {

	/**
	 * Who publishes which part of the outbox at the moment: of processes, not of the
	 * club. And what Flyway has done, which it notes where it does it.
	 */
	static final Set<String> LEFT_OUT = Set.of("messaging.outbox_lease", "messaging.outbox_relay",
			"messaging.flyway_schema_history", "public.flyway_schema_history");

	/**
	 * What an empty system has too: made by a migration, at the first start, or by
	 * whoever looked in.
	 */
	static final Set<String> NEVER_EMPTY = Set.of("public.projection", "public.channel", "public.audit_entry");

	private static final String COLUMNS = """
			select format('%I.%I', n.nspname, c.relname) as name,
				array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
				join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'messaging')
			group by 1 order by 1""";

	private static final String REFERENCES = """
			select distinct format('%I.%I', n.nspname, c.relname) as source, format('%I.%I', fn.nspname, f.relname) as target
			from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
				join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
			where k.contype = 'f' and k.conrelid <> k.confrelid""";

	private static final String SEQUENCES = """
			select format('%I.%I', schemaname, sequencename), last_value from pg_sequences
			where schemaname in ('public', 'messaging') order by 1""";

	static Schema of(Connection connection) throws SQLException {
		Map<String, List<String>> columns = new LinkedHashMap<>();
		Map<String, Set<String>> references = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement()) {
			try (ResultSet row = statement.executeQuery(COLUMNS)) {
				while (row.next()) {
					if (!LEFT_OUT.contains(row.getString(1))) {
						columns.put(row.getString(1), List.of((String[]) row.getArray(2).getArray()));
					}
				}
			}
			try (ResultSet row = statement.executeQuery(REFERENCES)) {
				while (row.next()) {
					references.computeIfAbsent(row.getString(1), (table) -> new LinkedHashSet<>())
						.add(row.getString(2));
				}
			}
		}
		return new Schema(ordered(columns, references));
	}

	/** A foreign key is checked at once, so what it refers to has to be there before. */
	static Map<String, List<String>> ordered(Map<String, List<String>> tables, Map<String, Set<String>> references) {
		Map<String, List<String>> ordered = new LinkedHashMap<>();
		List<String> left = new ArrayList<>(tables.keySet());
		while (!left.isEmpty()) {
			String next = left.stream()
				.filter((table) -> ordered.keySet().containsAll(references.getOrDefault(table, Set.of())))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("these refer to each other in a circle: " + left));
			left.remove(next);
			ordered.put(next, tables.getOrDefault(next, List.of()));
		}
		return ordered;
	}

	static List<Sequence> sequences(Connection connection) throws SQLException {
		List<Sequence> sequences = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(SEQUENCES)) {
			while (row.next()) {
				sequences.add(new Sequence(row.getString(1), row.getObject(2, Long.class)));
			}
		}
		return sequences;
	}

	/** Goes on where they were; one that gave nothing yet begins at its beginning. */
	static void set(Connection connection, List<Sequence> sequences) throws SQLException {
		for (Sequence sequence : sequences) {
			Long last = sequence.last();
			if (last != null) {
				try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
					set.setString(1, sequence.name());
					set.setLong(2, last);
					set.execute();
				}
			}
			else {
				try (Statement restart = connection.createStatement()) {
					restart.execute("alter sequence " + sequence.name() + " restart");
				}
			}
		}
	}

}
