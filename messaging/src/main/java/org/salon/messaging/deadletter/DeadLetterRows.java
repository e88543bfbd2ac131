package org.salon.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters from rows, and back to the records that they were. */
final class DeadLetterRows {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private DeadLetterRows() {
	}

	static DeadLetter read(ResultSet row, int index) throws SQLException {
		Map<String, String> headers = JSON.readValue(row.getString("headers"), new TypeReference<>() {
		});
		Timestamp resolvedAt = row.getTimestamp("resolved_at");
		return new DeadLetter(row.getLong("id"), row.getString("topic"), row.getInt("partition"),
				row.getLong("record_offset"), row.getBytes("record_key"), headers, row.getBytes("value"),
				row.getString("state"), row.getString("reason"), row.getInt("attempts"),
				row.getTimestamp("created_at").toInstant(), (resolvedAt != null) ? resolvedAt.toInstant() : null);
	}

	static ConsumerRecord<byte @Nullable [], byte @Nullable []> record(DeadLetter letter) {
		ConsumerRecord<byte @Nullable [], byte @Nullable []> record = new ConsumerRecord<>(letter.topic(),
				letter.partition(), letter.offset(), letter.key(), letter.value());
		letter.headers().forEach((name, value) -> record.headers().add(name, Base64.getDecoder().decode(value)));
		return record;
	}

}
