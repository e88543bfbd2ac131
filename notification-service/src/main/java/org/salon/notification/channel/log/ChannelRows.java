package org.salon.notification.channel.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.salon.notification.database.Columns;
import org.salon.notification.database.StoredJson;
import org.salon.notification.salon.SalonFacts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of channels, and of what each knows of each salon. */
@Repository
class ChannelRows {

	private final JdbcClient jdbc;

	ChannelRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether the channel is a new one. */
	boolean open(String channel, Instant now) {
		return this.jdbc.sql("INSERT INTO channel (name, first_seen_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
			.params(channel, Columns.timestamp(now))
			.update() == 1;
	}

	/** The readers of a new channel know of the salons that were announced before. */
	void assumeTold(String channel, Instant now) {
		this.jdbc.sql("""
				INSERT INTO channel_salon (channel, salon_number, version, told)
				SELECT ?, number, -1, state -> 'facts' FROM salon WHERE announced_at IS NULL OR announced_at < ?
				""").params(channel, Columns.timestamp(now)).update();
	}

	/** All salons are to be planned again, by whatever policy holds now. */
	void forgetVersions(String channel) {
		this.jdbc.sql("UPDATE channel_salon SET version = -1 WHERE channel = ?").param(channel).update();
	}

	/** Within a transaction, the channel is this one's alone. */
	ChannelRow lock(String channel) {
		return this.jdbc.sql("SELECT * FROM channel WHERE name = ? FOR UPDATE")
			.param(channel)
			.query(ChannelRow::of)
			.single();
	}

	/** The salons that have changed since their posts were planned. */
	List<Integer> stale(String channel) {
		return this.jdbc.sql("""
				SELECT s.number FROM salon s
					LEFT JOIN channel_salon c ON c.salon_number = s.number AND c.channel = ?
				WHERE c.version IS DISTINCT FROM s.version ORDER BY s.number
				""").param(channel).query(Integer.class).list();
	}

	Optional<SalonFacts> told(String channel, int salon) {
		return this.jdbc
			.sql("SELECT told FROM channel_salon WHERE channel = ? AND salon_number = ? AND told IS NOT NULL")
			.params(channel, salon)
			.query((row, index) -> StoredJson.read(row.getString("told"), SalonFacts.class))
			.optional();
	}

	void planned(String channel, int salon, long version) {
		this.jdbc.sql("""
				INSERT INTO channel_salon (channel, salon_number, version) VALUES (?, ?, ?)
				ON CONFLICT (channel, salon_number) DO UPDATE SET version = excluded.version
				""").params(channel, salon, version).update();
	}

	void tell(String channel, int salon, SalonFacts facts) {
		this.jdbc.sql("""
				INSERT INTO channel_salon (channel, salon_number, version, told) VALUES (?, ?, -1, CAST(? AS jsonb))
				ON CONFLICT (channel, salon_number) DO UPDATE SET told = excluded.told
				""").params(channel, salon, StoredJson.write(facts)).update();
	}

	/** Notes an attempt, and forgets those that count no more. */
	void attempted(ChannelRow channel, Duration memory, Instant now) {
		Long[] attempts = Stream
			.concat(channel.attempts().stream().filter((at) -> at.isAfter(now.minus(memory))), Stream.of(now))
			.map(Instant::toEpochMilli)
			.toArray(Long[]::new);
		this.jdbc.sql("UPDATE channel SET attempts = ? WHERE name = ?").params(attempts, channel.name()).update();
	}

	void succeeded(String channel, Instant now) {
		this.jdbc.sql("UPDATE channel SET last_success_at = ? WHERE name = ?")
			.params(Columns.timestamp(now), channel)
			.update();
	}

	void failed(String channel, String answer, Instant now) {
		this.jdbc.sql("UPDATE channel SET last_failure_at = ?, last_failure = ? WHERE name = ?")
			.params(Columns.timestamp(now), answer, channel)
			.update();
	}

	void pause(String channel, Instant until) {
		this.jdbc.sql("UPDATE channel SET paused_until = ? WHERE name = ?")
			.params(Columns.timestamp(until), channel)
			.update();
	}

}
