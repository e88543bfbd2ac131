package org.salon.notification.desk;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.SendingPause;
import org.salon.notification.ledger.SendingSwitch;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Whether no mail goes, for the head of every page. */
@Component("sending")
public class SendingBanner {

	private final SendingSwitch sending;

	SendingBanner(SendingSwitch sending) {
		this.sending = sending;
	}

	/** The pause that there is; nothing too, if the database cannot say. */
	public @Nullable SendingPause pause() {
		try {
			return this.sending.pause().orElse(null);
		}
		catch (DataAccessException ex) {
			// The page that says so must not fail of the same.
			return null;
		}
	}

}
