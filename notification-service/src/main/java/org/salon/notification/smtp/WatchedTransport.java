package org.salon.notification.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.ASCIIUtility;
import org.eclipse.angus.mail.util.PropUtil;

/**
 * Hands messages over. The library connects, agrees on TLS, logs in, and says what stands
 * in each command; what goes out in which write is decided here, since each write and
 * each wait for an answer costs as much as making the message does:
 * <ul>
 * <li>MAIL, RCPT and DATA go out together, and are answered together, where the server
 * offers it (RFC 2920);</li>
 * <li>the message goes out as it is, together with the dot that ends it.</li>
 * </ul>
 *
 * <p>
 * It remembers how far a message came and what the server refused first. The library's
 * own exceptions do not tell a connection that was lost before the final dot, where the
 * server cannot have the message, from one that was lost after it, where it may.
 */
final class WatchedTransport extends SMTPTransport {

	/** The library lets nobody write to the server but through its own streams. */
	private static final VarHandle OUTPUT = output();

	private static final byte[] LINE_END = { '\r', '\n' };

	/**
	 * So much of a message goes out with the dot: whether a write that failed took all of
	 * it along nobody knows, but what was never written nobody has.
	 */
	private static final int LAST = 32 * 1024;

	private static final int GO_ON = 354;

	private static final int CLOSING = 421;

	private final Watchdog watchdog;

	private final Duration writeTimeout;

	private final boolean utf8;

	/** Commands that go out together with the next. */
	private final ByteArrayOutputStream held = new ByteArrayOutputStream();

	private boolean holding;

	private byte[] mime = {};

	private Stage stage = Stage.ENVELOPE;

	private int refusal;

	private String reply = "";

	private boolean accepted;

	private boolean broken;

	private enum Stage {

		ENVELOPE, DATA, DOT

	}

	WatchedTransport(Session session, Watchdog watchdog, Duration writeTimeout) {
		super(session, new URLName("smtp", null, -1, null, null, null));
		this.watchdog = watchdog;
		this.writeTimeout = writeTimeout;
		this.utf8 = PropUtil.getBooleanProperty(session.getProperties(), "mail.mime.allowutf8", false);
	}

	/** Hands the message over, and never throws. */
	SmtpAnswer handOver(ReadyMessage message, Address recipient) {
		this.stage = Stage.ENVELOPE;
		this.refusal = 0;
		this.accepted = false;
		this.mime = message.mime();
		this.held.reset();
		this.holding = supportsExtension("PIPELINING");
		String failure = "";
		try {
			sendMessage(message, new Address[] { recipient });
		}
		catch (MessagingException | RuntimeException ex) {
			failure = "the connection broke";
		}
		this.holding = false;
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
	protected void sendCommand(String command) throws MessagingException {
		if (this.holding) {
			hold(command);
		}
		else {
			super.sendCommand(command);
		}
	}

	private void hold(String command) throws MessagingException {
		if (command.indexOf('\r') >= 0 || command.indexOf('\n') >= 0) {
			throw new MessagingException("a command is one line");
		}
		// As the library itself does it.
		this.held.writeBytes(this.utf8 ? command.getBytes(StandardCharsets.UTF_8) : ASCIIUtility.getBytes(command));
		this.held.writeBytes(LINE_END);
	}

	@Override
	protected OutputStream data() throws MessagingException {
		if (this.holding) {
			sendTogether();
		}
		else {
			super.data();
		}
		this.stage = Stage.DATA;
		return OutputStream.nullOutputStream();
	}

	private void sendTogether() throws MessagingException {
		hold("DATA");
		this.holding = false;
		byte[] commands = this.held.toByteArray();
		write(commands, 0, commands.length);
		int sender = answer();
		int recipient = answer();
		int data = answer();
		if (sender == 250 && taken(recipient) && data == GO_ON) {
			return;
		}
		if (data == GO_ON) {
			endWithNothing(recipient);
		}
		issueCommand("RSET", -1);
		throw new MessagingException("refused");
	}

	/** The server waits for a message although it has refused it (RFC 2920, 3.1). */
	private void endWithNothing(int recipient) throws MessagingException {
		if (taken(recipient)) {
			// Someone would get an empty message.
			this.broken = true;
			throw new MessagingException("refused, and waited for");
		}
		sendCommand(".");
		answer();
	}

	/** One more answer, if the server is going to give any more. */
	private int answer() throws MessagingException {
		int code = readServerResponse();
		if (code == CLOSING || code < 0) {
			this.broken = true;
			throw new MessagingException("the server closes the connection");
		}
		return code;
	}

	private static boolean taken(int code) {
		return code >= 200 && code < 300;
	}

	@Override
	protected void finishData() throws MessagingException {
		byte[] all = DotStuffed.of(this.mime);
		int first = Math.max(all.length - LAST, 0);
		if (first > 0) {
			write(all, 0, first);
		}
		this.stage = Stage.DOT;
		write(all, first, all.length - first);
		answer();
		if (!this.accepted && this.refusal == 0) {
			// Neither taken nor refused: what it answers next would be taken for either.
			this.broken = true;
			throw new MessagingException("answered with neither");
		}
		if (!this.accepted) {
			issueCommand("RSET", -1);
			throw new MessagingException("refused");
		}
	}

	private void write(byte[] bytes, int start, int length) throws MessagingException {
		try (Watchdog.Watch watch = this.watchdog.watch(this.writeTimeout)) {
			OutputStream out = (OutputStream) OUTPUT.get(this);
			out.write(bytes, start, length);
			out.flush();
		}
		catch (IOException ex) {
			throw new MessagingException("cannot be written", ex);
		}
	}

	@Override
	protected int readServerResponse() throws MessagingException {
		if (this.holding) {
			// Of a command that is not sent yet; the library is to go on to the next.
			return 250;
		}
		int code = super.readServerResponse();
		if (this.refusal == 0 && !this.accepted) {
			if (this.stage == Stage.DOT && taken(code)) {
				this.accepted = true;
			}
			else if (code >= 400 || code < 0) {
				this.refusal = code;
				this.reply = getLastServerResponse();
			}
		}
		return code;
	}

	private static VarHandle output() {
		try {
			return MethodHandles.privateLookupIn(SMTPTransport.class, MethodHandles.lookup())
				.findVarHandle(SMTPTransport.class, "serverOutput", OutputStream.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("the mail library is another than this was written for", ex);
		}
	}

}
