package org.salon.notification.bounce;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;

/** How it is known which mails have been looked at and left where they are. */
interface Leftovers {

	/** The mails of an open folder that have not been looked at yet, in order. */
	Message[] fresh(Folder folder) throws MessagingException;

	/** What it said is committed; it goes when the folder is closed. */
	void remove(Message mail) throws MessagingException;

	/** It stays, for somebody to look at. */
	void leave(Message mail) throws MessagingException;

}
