package org.salon.archive.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.events.Topics;
import org.salon.messaging.inbox.EventLog;

/**
 * Builds the next generation out of the log while the present one is served and goes on
 * being written by live events, then switches.
 *
 * <p>
 * Nothing is lost at the switch: it holds the live handler off, reads the log to its end
 * once more, and only then serves the new generation. An event that the handler had in
 * hand is in the log already; when the handler comes to write it, its version is there.
 */
@Component
class Rebuild {

	private static final Logger logger = LoggerFactory.getLogger(Rebuild.class);

	private final EventLog log;

	private final Projection projection;

	private final Rebuilds rebuilds;

	private final DataSource dataSource;

	private final TransactionTemplate transaction;

	private final TaskExecutor executor;

	private final ArchiveMetrics metrics;

	private final Clock clock;

	Rebuild(EventLog log, Projection projection, Rebuilds rebuilds, DataSource dataSource,
			PlatformTransactionManager transactions, @Qualifier("applicationTaskExecutor") TaskExecutor executor,
			ArchiveMetrics metrics, Clock clock) {
		this.log = log;
		this.projection = projection;
		this.rebuilds = rebuilds;
		this.dataSource = dataSource;
		this.transaction = new TransactionTemplate(transactions);
		this.executor = executor;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Starts a rebuild and returns at once.
	 * @return the generation that it builds
	 * @throws RebuildRunning if there is one already
	 */
	long start() {
		RebuildLock lock = RebuildLock.request(this.dataSource);
		try {
			if (!lock.isAcquired()) {
				throw new RebuildRunning();
			}
			long generation = this.rebuilds.begin();
			this.executor.execute(() -> run(generation, lock));
			return generation;
		}
		catch (RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	private void run(long generation, RebuildLock lock) {
		Instant startedAt = this.clock.instant();
		try (lock) {
			GenerationWriter writer = new GenerationWriter(generation, this.projection, this.transaction);
			Map<Integer, Long> position = read(writer, Map.of());
			this.rebuilds.progress(generation, writer.events());
			// Once more unlocked, so that little is left to be read under the lock.
			Map<Integer, Long> nearEnd = read(writer, position);
			this.transaction.executeWithoutResult((status) -> switchTo(generation, writer, nearEnd));
			this.projection.deleteUnserved();
			this.metrics.rebuilt(Duration.between(startedAt, this.clock.instant()));
			logger.info("Serving generation {}, rebuilt from {} events", generation, writer.events());
		}
		catch (RuntimeException ex) {
			fail(generation, ex);
		}
	}

	private void switchTo(long generation, GenerationWriter writer, Map<Integer, Long> position) {
		this.projection.lockServed();
		read(writer, position);
		this.projection.serve(generation);
		this.rebuilds.done(generation, writer.events(), this.projection.count(generation));
	}

	private Map<Integer, Long> read(GenerationWriter writer, Map<Integer, Long> from) {
		Map<Integer, Long> next = this.log.read(Topics.SALONS, from, writer);
		writer.flush();
		return next;
	}

	private void fail(long generation, RuntimeException failure) {
		logger.error("The rebuild of generation {} failed; the served one is untouched", generation, failure);
		this.metrics.rebuildFailed();
		try {
			this.rebuilds.failed(generation, failure.getClass().getSimpleName());
		}
		catch (RuntimeException ex) {
			// The database is away; the next rebuild books this one as interrupted.
			logger.warn("Cannot book the failed rebuild of generation {}", generation, ex);
		}
	}

}
