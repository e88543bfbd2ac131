package org.salon.registration.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps requests to the same host apart, whichever instance sends them: each takes the
 * next moment that is free from the database before it asks. Machines whose clocks differ
 * come closer to each other by as much.
 */
@Component
class HostPace {

	/** A thread does not wait longer; the check is put off instead. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration SHORTEST_BACK_OFF = Duration.ofMinutes(1);

	private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);

	private static final int MOST_DOUBLINGS = 11;

	private final JdbcClient jdbc;

	private final LinkProperties properties;

	private final Nap nap;

	private final Clock clock;

	HostPace(JdbcClient jdbc, LinkProperties properties, Nap nap, Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.nap = nap;
		this.clock = clock;
	}

	/**
	 * Waits for the host's next free moment.
	 * @return empty when it has come; else when there will be one, as that is far off
	 */
	Optional<Instant> await(String host) throws InterruptedException {
		Instant now = this.clock.instant();
		Optional<Instant> turn = reserve(host, now);
		if (turn.isEmpty()) {
			return Optional.of(nextOf(host, now));
		}
		if (turn.get().isAfter(now)) {
			this.nap.until(turn.get());
		}
		return Optional.empty();
	}

	/**
	 * Notes that the host asked for less; each time in a row it is left alone for twice
	 * as long, and never shorter than it asks for.
	 * @return until when it is left alone
	 */
	Instant refused(String host, @Nullable String retryAfter, double chance) {
		Instant now = this.clock.instant();
		int before = this.jdbc.sql("select refusals from link_host where host = ?")
			.param(host)
			.query(Integer.class)
			.optional()
			.orElse(0);
		Duration doubled = SHORTEST_BACK_OFF.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
		Duration wait = (doubled.compareTo(LONGEST_BACK_OFF) < 0) ? doubled : LONGEST_BACK_OFF;
		Instant ours = now.plusMillis((long) (wait.toMillis() * (1 + chance / 5)));
		Instant until = RetryAfter.read(retryAfter, now).filter((theirs) -> theirs.isAfter(ours)).orElse(ours);
		this.jdbc
			.sql("update link_host set refusals = refusals + 1, next_at = greatest(next_at, :until) where host = :host")
			.param("until", utc(until))
			.param("host", host)
			.update();
		return until;
	}

	/** Notes that the host has an answer for us again. */
	void answered(String host) {
		this.jdbc.sql("update link_host set refusals = 0 where host = ? and refusals > 0").param(host).update();
	}

	private Optional<Instant> reserve(String host, Instant now) {
		return this.jdbc.sql("""
				insert into link_host (host, next_at) values (:host, :now + make_interval(secs => :pace))
				on conflict (host) do update
				set next_at = greatest(link_host.next_at, :now) + make_interval(secs => :pace)
				where link_host.next_at <= :latest
				returning next_at""")
			.param("host", host)
			.param("now", utc(now))
			.param("latest", utc(now.plus(PATIENCE)))
			.param("pace", this.properties.pace().toMillis() / 1000.0)
			.query(OffsetDateTime.class)
			.optional()
			.map((next) -> next.toInstant().minus(this.properties.pace()));
	}

	private Instant nextOf(String host, Instant now) {
		return this.jdbc.sql("select next_at from link_host where host = ?")
			.param(host)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(now);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
