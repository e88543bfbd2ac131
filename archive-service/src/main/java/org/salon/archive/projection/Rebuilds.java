package org.salon.archive.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The book of rebuilds. */
@Repository
class Rebuilds {

	private static final String INTERRUPTED = "interrupted";

	private final JdbcClient jdbc;

	private final Projection projection;

	private final Clock clock;

	Rebuilds(JdbcClient jdbc, Projection projection, Clock clock) {
		this.jdbc = jdbc;
		this.projection = projection;
		this.clock = clock;
	}

	/**
	 * Begins a generation; only for the holder of the lock. Whatever a rebuild that died
	 * has left is cleared away.
	 */
	@Transactional
	public long begin() {
		this.jdbc.sql("update rebuilds set state = 'FAILED', failure = ?, finished_at = ? where state = 'RUNNING'")
			.params(INTERRUPTED, now())
			.update();
		this.projection.deleteUnserved();
		return this.jdbc.sql("""
				insert into rebuilds (generation, state, started_at)
				select greatest((select generation from projection), (select max(generation) from rebuilds)) + 1,
					'RUNNING', ?
				returning generation
				""").param(now()).query(Long.class).single();
	}

	void progress(long generation, long events) {
		this.jdbc.sql("update rebuilds set events = ? where generation = ?").params(events, generation).update();
	}

	/**
	 * Ends a rebuild well, in the transaction of the switch.
	 * @throws IllegalStateException if it was taken for dead and another one has begun
	 */
	void done(long generation, long events, long salons) {
		int changed = this.jdbc.sql("""
				update rebuilds set state = 'DONE', finished_at = ?, events = ?, salons = ?
				where generation = ? and state = 'RUNNING'
				""").params(now(), events, salons, generation).update();
		if (changed != 1) {
			throw new IllegalStateException("the rebuild of generation " + generation + " has lost its lock");
		}
	}

	void failed(long generation, String failure) {
		this.jdbc.sql(
				"update rebuilds set state = 'FAILED', finished_at = ?, failure = ? where generation = ? and state = 'RUNNING'")
			.params(now(), failure, generation)
			.update();
	}

	/** The latest rebuild; one that died with its instance is told as failed. */
	Optional<RebuildReport> latest() {
		boolean alive = RebuildLock.isHeldByAnyone(this.jdbc);
		return this.jdbc.sql("select * from rebuilds order by generation desc limit 1")
			.query((row, index) -> report(row, alive))
			.optional();
	}

	private static RebuildReport report(ResultSet row, boolean alive) throws SQLException {
		RebuildReport.State state = RebuildReport.State.valueOf(row.getString("state"));
		boolean dead = state == RebuildReport.State.RUNNING && !alive;
		Instant startedAt = row.getObject("started_at", OffsetDateTime.class).toInstant();
		return new RebuildReport(row.getLong("generation"), dead ? RebuildReport.State.FAILED : state, startedAt,
				finishedAt(row), row.getLong("events"), row.getObject("salons", Long.class),
				dead ? INTERRUPTED : row.getString("failure"));
	}

	private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
		OffsetDateTime time = row.getObject("finished_at", OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
