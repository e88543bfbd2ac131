package org.salon.notification.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets mails that were sent long ago; any number of instances may. */
@Component
class KeptUpkeep {

	private static final Logger log = LoggerFactory.getLogger(KeptUpkeep.class);

	/** So many in a minute, so that no transaction grows without limit. */
	private static final int BATCH = 10_000;

	/** Until then, each message of a form is older than what is forgotten. */
	private static final Duration IN_USE = Duration.ofHours(1);

	private final KeptMessages messages;

	private final KeptForms forms;

	private final KeptMailProperties properties;

	private final Clock clock;

	KeptUpkeep(KeptMessages messages, KeptForms forms, KeptMailProperties properties, Clock clock) {
		this.messages = messages;
		this.forms = forms;
		this.properties = properties;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
	void forget() {
		try {
			Instant keptBefore = this.clock.instant().minus(this.properties.keptMails());
			int forgotten = this.messages.forgetOlder(keptBefore, BATCH);
			this.forms.forgetOlder(keptBefore, IN_USE);
			log.debug("{} mails are kept no longer", forgotten);
		}
		catch (DataAccessException ex) {
			log.warn("Old mails cannot be forgotten now; they are with the next", ex);
		}
	}

}
