package org.salon.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;

/** Dead letters in the consumer's own database. All calls belong to a transaction. */
public class DeadLetterStore {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String INSERT = """
			insert into messaging.dead_letter
			  (topic, partition, record_offset, record_key, headers, value, digest, state, reason, attempts)
			values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
			on conflict (topic, partition, record_offset, digest) do nothing""";

	private static final String OPEN = "state in ('PARKED', 'WAITING')";

	private final JdbcTemplate jdbc;

	public DeadLetterStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The keys with a dead letter that is not resolved; usually none. */
	public Set<Key> blocked() {
		return new HashSet<>(this.jdbc.query(
				"select distinct topic, record_key from messaging.dead_letter where record_key is not null and " + OPEN,
				(row, index) -> new Key(row.getString(1), row.getBytes(2))));
	}

	/**
	 * Whether the key is blocked now, after waiting for a redrive of it that is under
	 * way: else a record could be put behind a queue that has just been emptied.
	 */
	public boolean stillBlocked(Key key) {
		lock(key);
		return !this.jdbc
			.queryForList(
					"select 1 from messaging.dead_letter where topic = ? and record_key = ? and " + OPEN + " limit 1",
					key.topic(), key.bytes())
			.isEmpty();
	}

	/** Holds off everybody else who adds to or redrives this key, until the commit. */
	void lock(Key key) {
		this.jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 7))", (row) -> {
		}, key.topic() + '/' + Base64.getEncoder().encodeToString((key.bytes() != null) ? key.bytes() : new byte[0]));
	}

	public void addParked(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String reason, int attempts) {
		add(record, "PARKED", reason, attempts);
	}

	public void addWaiting(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		add(record, "WAITING", "waits behind an earlier record of its key", 0);
	}

	/** Deletes the dead letters of a key, because nothing of it may remain. */
	public int forget(Key key) {
		lock(key);
		return this.jdbc.update("delete from messaging.dead_letter where topic = ? and record_key = ?", key.topic(),
				key.bytes());
	}

	public long open() {
		Long count = this.jdbc.queryForObject("select count(*) from messaging.dead_letter where " + OPEN, Long.class);
		return (count != null) ? count : 0;
	}

	Optional<DeadLetter> find(long id) {
		return this.jdbc.query("select * from messaging.dead_letter where id = ?", DeadLetterRows::read, id)
			.stream()
			.findFirst();
	}

	/** The first that is open in the key's line, which is the one to be handled next. */
	Optional<DeadLetter> firstInLine(Key key) {
		return this.jdbc
			.query("select * from messaging.dead_letter where topic = ? and record_key = ? and " + OPEN
					+ " order by id limit 1", DeadLetterRows::read, key.topic(), key.bytes())
			.stream()
			.findFirst();
	}

	List<DeadLetter> page(int page, int size) {
		return new ArrayList<>(
				this.jdbc.query("select * from messaging.dead_letter where " + OPEN + " order by id limit ? offset ?",
						DeadLetterRows::read, size, (long) page * size));
	}

	void resolve(long id, String state) {
		this.jdbc.update("update messaging.dead_letter set state = ?, resolved_at = clock_timestamp() where id = ?",
				state, id);
	}

	void failedAgain(long id, String reason) {
		this.jdbc.update(
				"update messaging.dead_letter set state = 'PARKED', reason = ?, attempts = attempts + 1 where id = ?",
				reason, id);
	}

	private void add(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String state, String reason,
			int attempts) {
		this.jdbc.update(INSERT, record.topic(), record.partition(), record.offset(), record.key(),
				JSON.writeValueAsString(headers(record)), record.value(), digest(record), state, reason, attempts);
	}

	/** Header values are bytes and may be anything, so they are kept in base64. */
	private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (Header header : record.headers()) {
			if (header.value() != null) {
				headers.put(header.key(), Base64.getEncoder().encodeToString(header.value()));
			}
		}
		return headers;
	}

	private static byte[] digest(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			headers(record)
				.forEach((name, value) -> digest.update((name + '=' + value + '\n').getBytes(StandardCharsets.UTF_8)));
			byte[] value = record.value();
			digest.update((value != null) ? value : new byte[0]);
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	/** That by which order is kept. Records without a key have no order. */
	public record Key(String topic, byte @Nullable [] bytes) {

		public static Key of(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
			return new Key(record.topic(), record.key());
		}

		public boolean orders() {
			return this.bytes != null;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && key.topic.equals(this.topic) && Arrays.equals(key.bytes, this.bytes);
		}

		@Override
		public int hashCode() {
			return 31 * this.topic.hashCode() + Arrays.hashCode(this.bytes);
		}

	}

}
