package org.salon.archive.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is served, and how far it is written.
 *
 * @param generation of the projection
 * @param revision that the latest live write has raised it to
 */
public record Served(long generation, long revision) {

	static Served of(ResultSet row, int index) throws SQLException {
		return new Served(row.getLong("generation"), row.getLong("revision"));
	}

}
