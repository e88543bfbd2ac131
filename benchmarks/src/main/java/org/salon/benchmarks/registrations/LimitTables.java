package org.salon.benchmarks.registrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.salon.benchmarks.system.DatabaseLogin;

/**
 * Copies of the tables that a registration is written to, with their indexes and foreign
 * keys, in a schema of their own in the service's database; and the inserts of one
 * registration into them, taken from a row that the service wrote. So the limit follows
 * the service's schema by itself.
 */
final class LimitTables {

	static final String DATABASE = "registration";

	/** Stands in the statements for the id that the first one returns. */
	static final String MEMBER = ":member";

	private static final String FRESH_ID = "gen_random_uuid()";

	private final DatabaseLogin login;

	private final int salon;

	LimitTables(DatabaseLogin login, int salon) {
		this.login = login;
		this.salon = salon;
	}

	/** Makes the tables, once somebody has registered for the salon. */
	List<String> create() throws SQLException {
		try (Connection connection = this.login.connect(DATABASE); Statement sql = connection.createStatement()) {
			sql.execute("drop schema if exists bench cascade");
			sql.execute("create schema bench");
			for (String table : List.of("public.salon", "public.member", "public.registration", "messaging.outbox",
					"messaging.outbox_pending")) {
				sql.execute("create table bench." + table.substring(table.indexOf('.') + 1) + " (like " + table
						+ " including all)");
			}
			copyForeignKeys(sql);
			sql.execute("insert into bench.salon select * from public.salon where number = " + this.salon);
			return inserts(sql);
		}
	}

	/** Their definitions name tables without a schema, so the search path leads them. */
	private static void copyForeignKeys(Statement sql) throws SQLException {
		List<String> definitions = new ArrayList<>();
		try (ResultSet rows = sql.executeQuery("""
				select pg_get_constraintdef(oid) from pg_constraint
				where contype = 'f' and conrelid = 'public.registration'::regclass""")) {
			while (rows.next()) {
				definitions.add(rows.getString(1));
			}
		}
		sql.execute("set search_path = bench");
		for (String definition : definitions) {
			sql.execute("alter table bench.registration add " + definition);
		}
		sql.execute("reset search_path");
	}

	private List<String> inserts(Statement sql) throws SQLException {
		Map<String, String> member = values(sql, "public", "member", "order by created_at desc limit 1");
		member.putAll(Map.of("id", FRESH_ID, "email_key", FRESH_ID + " || '@example.org'", "email",
				FRESH_ID + " || '@example.org'"));
		Map<String, String> registration = values(sql, "public", "registration",
				"where salon_number = " + this.salon + " order by registered_at desc limit 1");
		registration.putAll(Map.of("id", FRESH_ID, "member_id", MEMBER));
		Map<String, String> event = values(sql, "messaging", "outbox",
				"where type like 'salon.member-registered.%' order by id desc limit 1");
		event.keySet().removeAll(List.of("id", "created_at"));
		event.putAll(Map.of("event_id", FRESH_ID, "subject", "'registration/' || " + FRESH_ID, "record_key", MEMBER));
		return List.of(
				insert("bench.member", member)
						+ " on conflict (email_key) do update set name = excluded.name returning id as member",
				insert("bench.registration", registration),
				"with event as (" + insert("bench.outbox", event) + " returning id) "
						+ "insert into bench.outbox_pending (id, shard) select id, floor(random() * 8) from event");
	}

	/** SQL for each column of a row that has a value. */
	private static Map<String, String> values(Statement sql, String schema, String table, String which)
			throws SQLException {
		Map<String, String> columns = new LinkedHashMap<>();
		try (ResultSet rows = sql.executeQuery("""
				select column_name, data_type from information_schema.columns
				where table_schema = '%s' and table_name = '%s' order by ordinal_position""".formatted(schema,
				table))) {
			while (rows.next()) {
				columns.put(rows.getString(1), rows.getString(2));
			}
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (Map.Entry<String, String> column : columns.entrySet()) {
			try (ResultSet row = sql.executeQuery(
					"select quote_literal(" + column.getKey() + "::text) from " + schema + "." + table + " " + which)) {
				if (!row.next()) {
					throw new IllegalStateException("Nobody has registered, so there is no row to do like");
				}
				String literal = row.getString(1);
				if (literal != null) {
					// A colon in a literal would start a variable of pgbench.
					values.put(column.getKey(), column.getValue().startsWith("timestamp") ? "now()" : literal);
				}
			}
		}
		return values;
	}

	private static String insert(String table, Map<String, String> values) {
		return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
				+ String.join(", ", values.values()) + ")";
	}

}
