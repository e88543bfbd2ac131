package org.salon.notification.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;

/** IMAP: mails are flagged in the mailbox, which every instance sees. */
final class FlaggedMails implements Leftovers {

	private static final SearchTerm NOT_SEEN_BEFORE = new AndTerm(new FlagTerm(new Flags(Flags.Flag.FLAGGED), false),
			new FlagTerm(new Flags(Flags.Flag.DELETED), false));

	@Override
	public Message[] fresh(Folder folder) throws MessagingException {
		return folder.search(NOT_SEEN_BEFORE);
	}

	@Override
	public void remove(Message mail) throws MessagingException {
		mail.setFlag(Flags.Flag.DELETED, true);
	}

	@Override
	public void leave(Message mail) throws MessagingException {
		mail.setFlag(Flags.Flag.FLAGGED, true);
	}

}
