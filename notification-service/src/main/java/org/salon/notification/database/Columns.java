package org.salon.notification.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Reads and writes the column types that JDBC has no method for. */
public final class Columns {

	private Columns() {
	}

	/** An instant as the driver takes it. */
	public static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** The same, which needs its SQL type named where it may be null. */
	public static @Nullable OffsetDateTime nullableTimestamp(@Nullable Instant instant) {
		return (instant != null) ? timestamp(instant) : null;
	}

	public static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(nullableInstant(row, column), column);
	}

	public static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	public static UUID uuid(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getObject(column, UUID.class), column);
	}

	public static @Nullable UUID nullableUuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}

	public static @Nullable Integer nullableInteger(ResultSet row, String column) throws SQLException {
		return row.getObject(column, Integer.class);
	}

	/**
	 * Ids as an array parameter, which the driver takes as text only: it needs a cast.
	 */
	public static String[] array(Collection<UUID> ids) {
		return ids.stream().distinct().map(UUID::toString).toArray(String[]::new);
	}

}
