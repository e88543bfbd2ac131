package org.salon.notification.smtp;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Remembers how far a message came and what the server answered first. The library's own
 * exceptions do not tell a connection that was lost before the final dot, where the
 * server cannot have the message, from one that was lost after it, where it may.
 */
final class WatchedTransport extends SMTPTransport {

	private Stage stage = Stage.ENVELOPE;

	private int refusal;

	private String reply = "";

	private boolean accepted;

	private boolean broken;

	private enum Stage {

		ENVELOPE, DATA, DOT

	}

	WatchedTransport(Session session) {
		super(session, new URLName("smtp", null, -1, null, null, null));
	}

	/** Hands the message over, and never throws. */
	SmtpAnswer handOver(MimeMessage message, Address[] recipients) {
		this.stage = Stage.ENVELOPE;
		this.refusal = 0;
		this.accepted = false;
		String failure = "";
		try {
			sendMessage(message, recipients);
		}
		catch (MessagingException | RuntimeException ex) {
			failure = "the connection broke";
		}
		if (this.accepted) {
			// Whatever went wrong after the server's 250, the message is with it.
			this.broken |= !failure.isEmpty();
			return SmtpAnswer.accepted();
		}
		return unaccepted(failure);
	}

	private SmtpAnswer unaccepted(String failure) {
		if (this.refusal >= 400) {
			SmtpAnswer answer = SmtpAnswer.refusal(this.refusal, this.reply);
			this.broken |= answer.verdict() == SmtpAnswer.Verdict.CLOSED;
			return answer;
		}
		this.broken = true;
		return switch (this.stage) {
			case ENVELOPE -> SmtpAnswer.of(SmtpAnswer.Verdict.LOST_BEFORE, failure);
			case DATA -> SmtpAnswer.of(SmtpAnswer.Verdict.LOST_AMID, failure + " amid the message");
			case DOT -> SmtpAnswer.of(SmtpAnswer.Verdict.UNKNOWN, failure + " after the message");
		};
	}

	/** Whether the connection is of no more use. */
	boolean broken() {
		return this.broken;
	}

	@Override
	protected OutputStream data() throws MessagingException {
		OutputStream out = super.data();
		this.stage = Stage.DATA;
		return out;
	}

	@Override
	protected void finishData() throws IOException, MessagingException {
		this.stage = Stage.DOT;
		super.finishData();
	}

	@Override
	protected int readServerResponse() throws MessagingException {
		int code = super.readServerResponse();
		if (this.refusal == 0 && !this.accepted) {
			if (this.stage == Stage.DOT && code >= 200 && code < 300) {
				this.accepted = true;
			}
			else if (code >= 400 || code < 0) {
				this.refusal = code;
				this.reply = getLastServerResponse();
			}
		}
		return code;
	}

}
