package org.salon.notification.digest;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.OrganiserMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Plans the day's digest when its time has come. Any number of instances may, and each
 * may again after a start: the ledger has one row for each organiser and day.
 */
@Component
class DigestPlanner {

	private static final Logger log = LoggerFactory.getLogger(DigestPlanner.class);

	private final DigestProperties properties;

	private final OrganiserMail mail;

	private final Clock clock;

	/** What this instance has planned last: it asks the database once a day. */
	private @Nullable LocalDate planned;

	DigestPlanner(DigestProperties properties, OrganiserMail mail, Clock clock) {
		this.properties = properties;
		this.mail = mail;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1_000)
	synchronized void turn() {
		if (this.properties.organisers().isEmpty()) {
			return;
		}
		DigestDay.latest(this.clock.instant(), this.properties.at(), this.properties.zone())
			.filter((day) -> !day.day().equals(this.planned))
			.ifPresent(this::plan);
	}

	private void plan(DigestDay day) {
		try {
			this.properties.organisers()
				.forEach((organiser) -> this.mail.plan(organiser.id(), organiser.address(), day.day(), day.dueAt(),
						day.notAfter()));
			this.planned = day.day();
		}
		catch (RuntimeException ex) {
			log.warn("The digest cannot be planned now; it is tried again", ex);
		}
	}

}
