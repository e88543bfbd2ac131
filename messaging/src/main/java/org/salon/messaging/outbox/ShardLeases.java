package org.salon.messaging.outbox;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shards that this relay may send, shared evenly with the other relays alive. By the
 * database's clock, so that relays need not agree on theirs. A relay that was stopped
 * past its lease finds that out from its own monotonic clock before it reads the next
 * batch; what it had already handed to the broker, consumers drop by version.
 */
class ShardLeases {

	private static final Logger log = LoggerFactory.getLogger(ShardLeases.class);

	private static final String RELEASE_SURPLUS = """
			update messaging.outbox_lease set owner = null, leased_until = '-infinity'
			where shard in (select shard from messaging.outbox_lease where owner = ? order by shard offset ?)""";

	private static final String TAKE = """
			update messaging.outbox_lease
			set owner = ?, leased_until = clock_timestamp() + make_interval(secs => ?)
			where shard in (select shard from messaging.outbox_lease
			                where owner = ? or leased_until < clock_timestamp()
			                order by (owner is not distinct from ?) desc, shard limit ?
			                for update skip locked)
			returning shard""";

	private final UUID owner = UUID.randomUUID();

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Duration lease;

	private volatile Held held = new Held(Set.of(), System.nanoTime());

	ShardLeases(JdbcTemplate jdbc, TransactionTemplate transaction, Duration lease) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.lease = lease;
	}

	Set<Short> held() {
		Held now = this.held;
		return (now.until - System.nanoTime() > 0) ? now.shards : Set.of();
	}

	/**
	 * Renews what is held, takes what is free, gives back what is more than a fair share.
	 */
	void renew() {
		long asked = System.nanoTime();
		try {
			Set<Short> shards = this.transaction.execute((status) -> take());
			this.held = new Held((shards != null) ? shards : Set.of(), asked + this.lease.toNanos());
		}
		catch (DataAccessException | org.springframework.transaction.TransactionException ex) {
			log.warn("Cannot renew the leases of the outbox; trying again: {}", ex.getClass().getSimpleName());
		}
	}

	void release() {
		this.held = new Held(Set.of(), System.nanoTime());
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update(
					"update messaging.outbox_lease set owner = null, leased_until = '-infinity' where owner = ?",
					this.owner);
			this.jdbc.update("delete from messaging.outbox_relay where owner = ?", this.owner);
		});
	}

	private Set<Short> take() {
		double seconds = this.lease.toMillis() / 1000.0;
		this.jdbc.update("""
				insert into messaging.outbox_relay (owner, seen_at) values (?, clock_timestamp())
				on conflict (owner) do update set seen_at = excluded.seen_at""", this.owner);
		this.jdbc.update(
				"delete from messaging.outbox_relay where seen_at < clock_timestamp() - make_interval(secs => ?)",
				seconds * 2);
		Integer relays = this.jdbc.queryForObject("select count(*) from messaging.outbox_relay", Integer.class);
		int share = Math.ceilDiv(JdbcOutbox.SHARDS, Math.max(1, (relays != null) ? relays : 1));
		this.jdbc.update(RELEASE_SURPLUS, this.owner, share);
		return this.jdbc
			.query(TAKE, (row, index) -> row.getShort(1), this.owner, seconds, this.owner, this.owner, share)
			.stream()
			.collect(Collectors.toUnmodifiableSet());
	}

	private record Held(Set<Short> shards, long until) {
	}

}
