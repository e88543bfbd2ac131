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
		// As Latin-1 any bytes are text; what is UTF-8 in them is looked for as such.
		String readable = column.bytes() ? "convert_from(\"%s\", 'LATIN1')" : "\"%s\"::text";
		String wanted = column.bytes() ? "convert_from(convert_to(:text, 'UTF8'), 'LATIN1')" : ":text";
		return this.jdbc
			.sql(("select exists (select 1 from \"%s\".\"%s\" where position(lower(" + wanted + ") in lower(" + readable
					+ ")) > 0)")
				.formatted(column.schema(), column.table(), column.name()))
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
