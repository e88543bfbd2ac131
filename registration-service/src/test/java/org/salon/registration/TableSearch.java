package org.salon.registration;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for a text in every column of every table of a database that could hold it, as
 * text, in JSON or as bytes.
 */
public final class TableSearch {

	private static final String COLUMNS = """
			select table_schema, table_name, column_name, udt_name from information_schema.columns
				join information_schema.tables using (table_catalog, table_schema, table_name)
			where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
				and (udt_name in ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', 'xml') or data_type = 'ARRAY')
			order by 1, 2, ordinal_position""";

	private final JdbcClient jdbc;

	public TableSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The columns that are looked at, so that a test can tell that there are any. */
	public List<Column> columns() {
		return this.jdbc.sql(COLUMNS)
			.query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3),
					row.getString(4).equals("bytea")))
			.list();
	}

	/** Where the text stands, in whatever case. */
	public List<Column> of(String text) {
		return columns().stream().filter((column) -> holds(column, text)).toList();
	}

	private boolean holds(Column column, String text) {
		// Bytes are looked through for those of the text, as it is and in lower case.
		String found = column.bytes()
				? "position(convert_to(:text, 'UTF8') in \"%3$s\") + position(convert_to(lower(:text), 'UTF8') in \"%3$s\")"
				: "position(lower(:text) in lower(\"%3$s\"::text))";
		return this.jdbc
			.sql(("select exists (select 1 from \"%1$s\".\"%2$s\" where " + found + " > 0)").formatted(column.schema(),
					column.table(), column.name()))
			.param("text", text)
			.query(Boolean.class)
			.single();
	}

	/** One column. */
	public record Column(String schema, String table, String name, boolean bytes) {

		@Override
		public String toString() {
			return this.schema + "." + this.table + "." + this.name;
		}

	}

}
