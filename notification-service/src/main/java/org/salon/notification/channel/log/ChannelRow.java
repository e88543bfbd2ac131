package org.salon.notification.channel.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.notification.database.Columns;

/** A channel as it is kept, locked by who reads it. */
record ChannelRow(String name, Instant firstSeenAt, List<Instant> attempts, @Nullable Instant pausedUntil) {

	static ChannelRow of(ResultSet row, int index) throws SQLException {
		Long[] attempts = (Long[]) row.getArray("attempts").getArray();
		return new ChannelRow(row.getString("name"), Columns.instant(row, "first_seen_at"),
				Arrays.stream(attempts).map(Instant::ofEpochMilli).toList(),
				Columns.nullableInstant(row, "paused_until"));
	}

}
