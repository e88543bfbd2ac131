package org.salon.notification.smtp;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes over the wire. The library is told its envelope; the bytes are
 * handed over without it ({@link WatchedTransport}), so that it parses nothing.
 */
final class ReadyMessage extends SMTPMessage {

	private final byte[] mime;

	/**
	 * A message with its envelope.
	 * @param returnPath where it comes back to; its own sender, if null
	 */
	ReadyMessage(Session session, byte[] mime, @Nullable String returnPath) {
		super(session);
		this.mime = mime;
		setEnvelopeFrom(returnPath);
	}

	byte[] mime() {
		return this.mime;
	}

	/** Asked for only where neither the envelope nor the settings name a sender. */
	@Override
	public Address[] getFrom() throws MessagingException {
		this.headers = new InternetHeaders(new ByteArrayInputStream(this.mime));
		return super.getFrom();
	}

	/** Asked for by nothing but the library's own log, and dear to decode. */
	@Override
	public @Nullable String getSubject() {
		return null;
	}

	@Override
	public void writeTo(OutputStream out, String @Nullable [] ignored) {
		// The transport has the bytes.
	}

}
