package org.salon.localstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail that the catcher accepted; its content is read from disk when asked for. */
public final class ReceivedMail {

	private final MailSummary summary;

	private final MailFile file;

	ReceivedMail(MailSummary summary, MailFile file) {
		this.summary = summary;
		this.file = file;
	}

	/** Recipient, sender, subject, time, Message-ID. */
	public MailSummary summary() {
		return this.summary;
	}

	/** The whole mail, parsed anew on each call. */
	public MimeMessage message() {
		try {
			return this.file.message();
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException("Cannot read the mail " + this.summary.id(), ex);
		}
	}

	/** The mail as received, after the trace headers that the catcher puts on top. */
	public byte[] source() {
		try {
			return this.file.source();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the mail " + this.summary.id(), ex);
		}
	}

	@Override
	public String toString() {
		return this.summary.toString();
	}

}
