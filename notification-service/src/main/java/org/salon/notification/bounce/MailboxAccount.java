package org.salon.notification.bounce;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

/** Where a mailbox is, and how it is opened. */
final class MailboxAccount {

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final String INBOX = "INBOX";

	private final URI url;

	private final String folder;

	private final String username;

	private final String password;

	private final Session session;

	private MailboxAccount(String protocol, String address, String username, String password) {
		this.url = url(protocol, address);
		String path = this.url.getPath();
		this.folder = (path == null || path.length() < 2) ? INBOX : path.substring(1);
		if (protocol.equals("pop3") && !this.folder.equals(INBOX)) {
			throw refused(protocol);
		}
		this.username = username;
		this.password = password;
		this.session = Session.getInstance(settings(protocol, this.url));
	}

	/** The one that is read by IMAP, if there is one. */
	static Optional<MailboxAccount> imap(BounceProperties properties) {
		return properties.imapUrl().isBlank() ? Optional.empty() : Optional
			.of(new MailboxAccount("imap", properties.imapUrl(), properties.imapUsername(), properties.imapPassword()));
	}

	/** The one that is read by POP3, if there is one. */
	static Optional<MailboxAccount> pop3(BounceProperties properties) {
		return properties.pop3Url().isBlank() ? Optional.empty() : Optional
			.of(new MailboxAccount("pop3", properties.pop3Url(), properties.pop3Username(), properties.pop3Password()));
	}

	/** The folder's name. */
	String folder() {
		return this.folder;
	}

	Store open() throws MessagingException {
		Store store = this.session.getStore(this.url.getScheme());
		try {
			store.connect(this.url.getHost(), this.url.getPort(), this.username, this.password);
		}
		catch (MessagingException ex) {
			store.close();
			throw ex;
		}
		return store;
	}

	private static URI url(String protocol, String text) {
		try {
			URI url = URI.create(text);
			if (url.getHost() != null && url.getUserInfo() == null
					&& Set.of(protocol, protocol + "s").contains(String.valueOf(url.getScheme()))) {
				return url;
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, without the text: somebody may have put a password into it.
		}
		throw refused(protocol);
	}

	private static IllegalArgumentException refused(String protocol) {
		return new IllegalArgumentException("salon.bounces.%s-url (SALON_BOUNCE_%s_URL) must be as %ss://%s"
			.formatted(protocol, protocol.toUpperCase(Locale.ROOT), protocol, "mail.example.org/INBOX"));
	}

	private static Properties settings(String protocol, URI url) {
		String prefix = "mail." + url.getScheme() + ".";
		boolean encrypted = !url.getScheme().equals(protocol);
		boolean clear = !encrypted && THIS_MACHINE.contains(url.getHost());
		Properties settings = new Properties();
		settings.setProperty(prefix + "starttls.enable", Boolean.toString(!clear));
		settings.setProperty(prefix + "starttls.required", Boolean.toString(!encrypted && !clear));
		settings.setProperty(prefix + "ssl.checkserveridentity", "true");
		// To read a mail must not mark it: it is marked once it is handled.
		settings.setProperty(prefix + "peek", "true");
		// Nor remove it, as some POP3 servers take reading for.
		settings.setProperty(prefix + "rsetbeforequit", "true");
		settings.setProperty(prefix + "connectiontimeout", "10000");
		settings.setProperty(prefix + "timeout", "30000");
		settings.setProperty(prefix + "writetimeout", "30000");
		return settings;
	}

}
