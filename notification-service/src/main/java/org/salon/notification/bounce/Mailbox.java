package org.salon.notification.bounce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import org.salon.notification.ledger.Bounces.Effect;

/**
 * Reads reports out of a mailbox, each in a transaction of its own. One that the ledger
 * knows of is removed, and only after its transaction has committed: a crash in between
 * hands it in again, which changes nothing. Whatever else lies there is left and flagged,
 * for somebody to look at. Several instances may read the same mailbox.
 */
final class BounceMailbox {

	/** At most so many in one go, so that what is handled is soon removed. */
	private static final int BATCH = 100;

	private static final SearchTerm NOT_SEEN_BEFORE = new AndTerm(new FlagTerm(new Flags(Flags.Flag.FLAGGED), false),
			new FlagTerm(new Flags(Flags.Flag.DELETED), false));

	private final ImapAccount account;

	private final Desk desk;

	BounceMailbox(ImapAccount account, Desk desk) {
		this.account = account;
		this.desk = desk;
	}

	/**
	 * Handles what has come.
	 * @return whether there is more
	 * @throws RuntimeException if the ledger cannot be written; the mail stays
	 */
	boolean read() throws MessagingException {
		try (Store store = this.account.open(); Folder folder = store.getFolder(this.account.folder())) {
			folder.open(Folder.READ_WRITE);
			Message[] mails = folder.search(NOT_SEEN_BEFORE);
			for (int i = 0; i < mails.length && i < BATCH; i++) {
				handle(mails[i]);
			}
			return mails.length > BATCH;
		}
	}

	private void handle(Message mail) throws MessagingException {
		try {
			boolean known = known(mail);
			mail.setFlag(known ? Flags.Flag.DELETED : Flags.Flag.FLAGGED, true);
		}
		catch (MessageRemovedException ex) {
			// Another instance was faster.
		}
	}

	private boolean known(Message mail) throws MessagingException {
		byte[] content;
		try {
			content = content(mail);
		}
		catch (MessagingException ex) {
			if (mail.getFolder().isOpen()) {
				// The server cannot hand out this one, and those behind it must not wait.
				return false;
			}
			throw ex;
		}
		try {
			return this.desk.take(content) != Effect.IGNORED;
		}
		catch (UnreadableReport ex) {
			return false;
		}
	}

	/** Nothing of a mail that is too large: that is no report either. */
	private static byte[] content(Message mail) throws MessagingException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		if (mail.getSize() <= BounceDesk.LARGEST) {
			try {
				mail.writeTo(content);
			}
			catch (IOException ex) {
				throw new MessagingException("the mail cannot be fetched", ex);
			}
		}
		return content.toByteArray();
	}

	/** What takes the reports. */
	interface Desk {

		Effect take(byte[] message) throws UnreadableReport;

	}

}
