package org.salon.notification.bounce;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;

/**
 * POP3, which has no flags: mails are remembered by their unique ids (UIDL), for as long
 * as they lie there and this process lives. What the server still has though it was to
 * remove it is not read again, only asked to be removed again. After a restart what was
 * left is looked at once more, which changes nothing.
 */
final class RememberedMails implements Leftovers {

	/** Whether each is to be removed. */
	private final Map<String, Boolean> seen = new HashMap<>();

	@Override
	public Message[] fresh(Folder folder) throws MessagingException {
		Message[] all = folder.getMessages();
		FetchProfile ids = new FetchProfile();
		ids.add(UIDFolder.FetchProfileItem.UID);
		folder.fetch(all, ids);
		Set<String> present = new HashSet<>();
		List<Message> fresh = new ArrayList<>();
		for (Message mail : all) {
			String id = id(mail);
			Boolean toRemove = (id != null) ? this.seen.get(id) : null;
			if (id != null) {
				present.add(id);
			}
			if (toRemove == null) {
				fresh.add(mail);
			}
			else if (toRemove) {
				mail.setFlag(Flags.Flag.DELETED, true);
			}
		}
		this.seen.keySet().retainAll(present);
		return fresh.toArray(Message[]::new);
	}

	@Override
	public void remove(Message mail) throws MessagingException {
		remember(mail, true);
		mail.setFlag(Flags.Flag.DELETED, true);
	}

	@Override
	public void leave(Message mail) throws MessagingException {
		remember(mail, false);
	}

	private void remember(Message mail, boolean toRemove) throws MessagingException {
		String id = id(mail);
		if (id != null) {
			this.seen.put(id, toRemove);
		}
	}

	/** Nothing, of a server that gives none: its mails are read each time. */
	private static @Nullable String id(Message mail) throws MessagingException {
		return (mail.getFolder() instanceof POP3Folder folder) ? folder.getUID(mail) : null;
	}

}
