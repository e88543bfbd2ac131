package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.salon.notification.database.Columns;
import org.salon.notification.metrics.NotificationMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds all mails of all instances, confirmations too, until someone lets them go on. It
 * is kept in the database, and so over a restart; each instance sees it within a second.
 * What a courier has in its hands still goes. Nothing is lost: what is due waits, and
 * what runs out of time expires and is counted as ever.
 */
@Component
public class SendingSwitch {

	private static final Logger log = LoggerFactory.getLogger(SendingSwitch.class);

	private static final long FRESH = Duration.ofMillis(500).toNanos();

	private final DueSignal signal;

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile boolean paused;

	private volatile long lookedAt = System.nanoTime() - FRESH;

	SendingSwitch(DueSignal signal, NotificationMetrics metrics, JdbcClient jdbc, Clock clock) {
		this.signal = signal;
		this.jdbc = jdbc;
		this.clock = clock;
		metrics.sendingPaused(this, (sending) -> sending.paused() ? 1 : 0);
	}

	/** Whether no mail is to go, as it was half a second ago at most. */
	public boolean paused() {
		if (System.nanoTime() - this.lookedAt >= FRESH) {
			try {
				look();
			}
			catch (DataAccessException ex) {
				// Without the database nothing is sent anyway.
				log.debug("Whether sending is paused cannot be read now", ex);
			}
		}
		return this.paused;
	}

	/** The pause that there is now, if there is one. */
	public Optional<SendingPause> pause() {
		return this.jdbc.sql("SELECT paused_at, paused_by FROM sending_pause")
			.query((row, index) -> new SendingPause(Columns.instant(row, "paused_at"), row.getString("paused_by")))
			.optional();
	}

	/** Again: no effect; it stays the pause of who came first. */
	@Transactional
	public SendingPause pause(String by) {
		this.jdbc.sql("INSERT INTO sending_pause (paused_at, paused_by) VALUES (?, ?) ON CONFLICT (single) DO NOTHING")
			.params(Columns.timestamp(this.clock.instant()), by)
			.update();
		this.lookedAt = System.nanoTime() - FRESH;
		SendingPause pause = pause().orElseThrow();
		log.info("Sending is paused by {} since {}", pause.by(), pause.since());
		return pause;
	}

	/**
	 * Again: no effect.
	 * @return whether it was paused
	 */
	@Transactional
	public boolean resume(String by) {
		boolean was = this.jdbc.sql("DELETE FROM sending_pause").update() > 0;
		this.lookedAt = System.nanoTime() - FRESH;
		if (was) {
			log.info("Sending goes on: {} wants it", by);
		}
		this.signal.raiseAfterCommit();
		return was;
	}

	private void look() {
		this.paused = this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM sending_pause)").query(Boolean.class).single();
		this.lookedAt = System.nanoTime();
	}

}
