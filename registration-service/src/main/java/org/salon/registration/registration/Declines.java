package org.salon.registration.registration;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back the places of those who declined the invitation in their calendar, if that
 * is what declining does here. Any number of instances may run it.
 */
@Component
class Declines {

	private static final Logger logger = LoggerFactory.getLogger(Declines.class);

	private static final int BATCH = 100;

	private final CalendarAnswers answers;

	private final GiveBack giveBack;

	private final TransactionTemplate transaction;

	Declines(CalendarAnswers answers, GiveBack giveBack, PlatformTransactionManager transactions) {
		this.answers = answers;
		this.giveBack = giveBack;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Scheduled(fixedDelayString = "${salon.registration.decline-interval:3s}")
	void giveBackDeclined() {
		try {
			this.answers.givingBack(BATCH).forEach(this::giveBack);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("places that were declined could not be looked for, later again: {}",
					ex.getClass().getSimpleName());
		}
	}

	/** One that cannot be given back now must not hold up the others. */
	private void giveBack(UUID declined) {
		try {
			this.transaction.executeWithoutResult((status) -> this.answers.settle(declined)
				.ifPresent((sequence) -> this.giveBack.decline(declined, sequence)));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("the place of registration {} was declined and could not be given back, later again: {}",
					declined, ex.getClass().getSimpleName());
		}
	}

}
