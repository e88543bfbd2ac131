package org.salon.notification.bounce;

import java.net.URI;
import java.util.Properties;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

/** Where the mailbox for bounces is, and how it is opened. */
final class ImapAccount {

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private final URI url;

	private final String folder;

	private final BounceProperties properties;

	private final Session session;

	ImapAccount(BounceProperties properties) {
		this.properties = properties;
		this.url = url(properties.imapUrl());
		String path = this.url.getPath();
		this.folder = (path == null || path.length() < 2) ? "INBOX" : path.substring(1);
		this.session = Session.getInstance(settings(this.url));
	}

	/** The folder's name. */
	String folder() {
		return this.folder;
	}

	Store open() throws MessagingException {
		Store store = this.session.getStore(this.url.getScheme());
		try {
			store.connect(this.url.getHost(), this.url.getPort(), this.properties.imapUsername(),
					this.properties.imapPassword());
		}
		catch (MessagingException ex) {
			store.close();
			throw ex;
		}
		return store;
	}

	private static URI url(String text) {
		try {
			URI url = URI.create(text);
			if (url.getHost() != null && url.getUserInfo() == null
					&& Set.of("imap", "imaps").contains(String.valueOf(url.getScheme()))) {
				return url;
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, without the text: somebody may have put a password into it.
		}
		throw new IllegalArgumentException(
				"salon.bounces.imap-url (SALON_BOUNCE_IMAP_URL) must be as imaps://mail.example.org/INBOX");
	}

	private static Properties settings(URI url) {
		String prefix = "mail." + url.getScheme() + ".";
		boolean clear = url.getScheme().equals("imap") && THIS_MACHINE.contains(url.getHost());
		Properties settings = new Properties();
		settings.setProperty(prefix + "starttls.enable", Boolean.toString(!clear));
		settings.setProperty(prefix + "starttls.required", Boolean.toString(url.getScheme().equals("imap") && !clear));
		settings.setProperty(prefix + "ssl.checkserveridentity", "true");
		// To read a mail must not mark it: it is marked once it is handled.
		settings.setProperty(prefix + "peek", "true");
		settings.setProperty(prefix + "connectiontimeout", "10000");
		settings.setProperty(prefix + "timeout", "30000");
		settings.setProperty(prefix + "writetimeout", "30000");
		return settings;
	}

}
