package org.salon.notification.bounce;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;

/**
 * Reads mails out of a mailbox, each in a transaction of its own. One that is about a
 * mail of ours is removed, and only after its transaction has committed: a crash in
 * between hands it in again, which changes nothing. Whatever else lies there is left, for
 * somebody to look at.
 */
final class Mailbox {

	/** At most so many in one go, so that what is handled is soon removed. */
	private static final int BATCH = 100;

	private final MailboxAccount account;

	private final Leftovers leftovers;

	private final Desk desk;

	Mailbox(MailboxAccount account, Leftovers leftovers, Desk desk) {
		this.account = account;
		this.leftovers = leftovers;
		this.desk = desk;
	}

	/**
	 * Handles what has come.
	 * @return whether there is more
	 * @throws RuntimeException if the database cannot be written; the mail stays
	 */
	boolean read() throws MessagingException {
		try (Store store = this.account.open(); Folder folder = store.getFolder(this.account.folder())) {
			folder.open(Folder.READ_WRITE);
			Message[] mails = this.leftovers.fresh(folder);
			for (int i = 0; i < mails.length && i < BATCH; i++) {
				handle(mails[i]);
			}
			return mails.length > BATCH;
		}
	}

	private void handle(Message mail) throws MessagingException {
		try {
			if (settled(mail)) {
				this.leftovers.remove(mail);
			}
			else {
				this.leftovers.leave(mail);
			}
		}
		catch (MessageRemovedException ex) {
			// Another instance was faster.
		}
	}

	private boolean settled(Message mail) throws MessagingException {
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
		return this.desk.take(content);
	}

	/** Nothing of a mail that is too large: it is none that we want to know of. */
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

	/** What takes the mails. */
	interface Desk {

		/** Whether the mail is about one of ours, and may go now. */
		boolean take(byte[] mail);

	}

}
