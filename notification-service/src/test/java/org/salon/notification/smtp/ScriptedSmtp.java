package org.salon.notification.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that does to each recipient what a test wants, and keeps what it
 * accepted. It takes several commands at once.
 */
public final class ScriptedSmtp implements AutoCloseable {

	private final LoopbackServer server = new LoopbackServer((socket) -> new Conversation(socket).run());

	private final Map<String, Fault> faults = new ConcurrentHashMap<>();

	private final List<Accepted> accepted = new CopyOnWriteArrayList<>();

	private final List<Accepted> seen = new CopyOnWriteArrayList<>();

	private volatile Fault always = Fault.none();

	public enum Moment {

		GREETING, RCPT, DATA, MIDST, DOT, QUIT

	}

	/**
	 * What goes wrong.
	 *
	 * @param reply to give at that moment; null to reset the connection
	 * @param times how often, then no more
	 * @param millis to wait before the answer
	 */
	public record Fault(Moment moment, String reply, int times, long millis) {

		static Fault none() {
			return new Fault(Moment.QUIT, "221 2.0.0 bye", 0, 0);
		}

	}

	/** A message, from whom by its envelope, and to whom. */
	public record Accepted(String sender, String recipient, String message) {
	}

	public int port() {
		return this.server.port();
	}

	public void fault(String recipient, Fault fault) {
		this.faults.put(recipient, fault);
	}

	public void always(Fault fault) {
		this.always = fault;
	}

	public void healed() {
		this.always = Fault.none();
	}

	/** What it answered with 250, also where nobody heard that. */
	public List<Accepted> accepted(String recipient) {
		return this.accepted.stream().filter((mail) -> mail.recipient().equals(recipient)).toList();
	}

	/** What it got whole, whatever it answered. */
	public List<Accepted> seen(String recipient) {
		return this.seen.stream().filter((mail) -> mail.recipient().equals(recipient)).toList();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private final class Conversation {

		private final Socket socket;

		private final BufferedReader in;

		private final OutputStream out;

		private String sender = "";

		private String recipient = "";

		private boolean recipientTaken;

		Conversation(Socket socket) throws IOException {
			this.socket = socket;
			this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			this.out = socket.getOutputStream();
		}

		void run() throws IOException, InterruptedException {
			reply(Moment.GREETING, "220 localhost");
			String line;
			while ((line = this.in.readLine()) != null) {
				String command = line.toUpperCase(java.util.Locale.ROOT);
				if (command.startsWith("MAIL FROM:")) {
					this.sender = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
					say("250 2.1.0 ok");
				}
				else if (command.startsWith("RCPT TO:")) {
					this.recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
					this.recipientTaken = reply(Moment.RCPT, "250 2.1.5 ok");
				}
				else if (command.equals("DATA")) {
					data();
					this.recipientTaken = false;
				}
				else if (command.equals("QUIT")) {
					reply(Moment.QUIT, "221 2.0.0 bye");
					return;
				}
				else if (command.startsWith("EHLO")) {
					say("250-localhost\r\n250 PIPELINING");
				}
				else {
					say("250 localhost");
				}
			}
		}

		private void data() throws IOException, InterruptedException {
			if (!this.recipientTaken) {
				say("503 5.5.1 no valid recipients");
				return;
			}
			if (!reply(Moment.DATA, "354 go on")) {
				return;
			}
			StringBuilder message = new StringBuilder();
			String line;
			boolean first = true;
			while ((line = this.in.readLine()) != null && !line.equals(".")) {
				if (first) {
					first = false;
					Fault fault = due(Moment.MIDST);
					if (fault != null) {
						reset();
					}
				}
				message.append(unstuffed(line)).append("\r\n");
			}
			if (line == null) {
				return;
			}
			Accepted mail = new Accepted(this.sender, this.recipient, message.toString());
			ScriptedSmtp.this.seen.add(mail);
			if (reply(Moment.DOT, "250 2.0.0 taken")) {
				ScriptedSmtp.this.accepted.add(mail);
			}
		}

		/** Without the dot that was put before a line that begins with one (RFC 5321). */
		private static String unstuffed(String line) {
			return line.startsWith(".") ? line.substring(1) : line;
		}

		/** Whether the good answer was given. */
		private boolean reply(Moment moment, String good) throws IOException, InterruptedException {
			Fault fault = due(moment);
			if (fault == null) {
				say(good);
				return true;
			}
			Thread.sleep(fault.millis());
			if (fault.reply() == null) {
				reset();
			}
			say(fault.reply());
			return fault.reply().startsWith("2");
		}

		private Fault due(Moment moment) {
			Fault own = ScriptedSmtp.this.faults.get(this.recipient);
			if (own != null && own.moment() == moment && own.times() > 0) {
				ScriptedSmtp.this.faults.put(this.recipient,
						new Fault(own.moment(), own.reply(), own.times() - 1, own.millis()));
				return own;
			}
			Fault all = ScriptedSmtp.this.always;
			return (all.moment() == moment && all.times() > 0) ? all : null;
		}

		private void say(String line) throws IOException {
			this.out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			this.out.flush();
		}

		private void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
			throw new IOException("reset");
		}

	}

}
