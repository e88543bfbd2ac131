package org.salon.notification.ledger;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes on with announcements that are more than their event's transaction did. Any number
 * of instances may: each step holds its announcement.
 */
@Component
class AnnouncementWorker {

	private static final Logger log = LoggerFactory.getLogger(AnnouncementWorker.class);

	private static final int BATCH = 5_000;

	/** Others share the threads of the schedule. */
	private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

	private final AnnouncementRuns runs;

	private final AnnouncementWork work;

	AnnouncementWorker(AnnouncementRuns runs, AnnouncementWork work) {
		this.runs = runs;
		this.work = work;
	}

	@Scheduled(fixedDelay = 200)
	void turn() {
		try {
			long begin = System.nanoTime();
			for (int salon : this.runs.atWork()) {
				while (this.work.step(salon, BATCH) && System.nanoTime() - begin < LONGEST_TURN.toNanos()) {
					log.debug("The announcement of salon {} goes on", salon);
				}
			}
		}
		catch (RuntimeException ex) {
			log.warn("Announcements cannot go on now; they are tried again", ex);
		}
	}

}
