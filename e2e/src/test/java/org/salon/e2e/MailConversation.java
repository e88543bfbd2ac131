package org.salon.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

import org.salon.e2e.FaultyMailServer.Fault;

/** One connection to the mail server. */
final class MailConversation {

	/** Longer than the lease of a sender in these tests. */
	private static final int SLOW_MILLIS = 4_000;

	private final FaultyMailServer server;

	private final String door;

	private final Socket client;

	private String recipient = "";

	private Fault fault = Fault.NONE;

	MailConversation(FaultyMailServer server, String door, Socket client) {
		this.server = server;
		this.door = door;
		this.client = client;
	}

	void hold() {
		try (this.client;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(this.client.getInputStream(), StandardCharsets.ISO_8859_1))) {
			this.client.setTcpNoDelay(true);
			if (this.server.script().away()) {
				turnAway();
				return;
			}
			say("220 localhost");
			String line = in.readLine();
			while (line != null && answer(line, in)) {
				line = in.readLine();
			}
		}
		catch (IOException ex) {
			// The client has gone, or the connection was broken on purpose.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether the conversation goes on. */
	private boolean answer(String line, BufferedReader in) throws IOException, InterruptedException {
		String command = line.toUpperCase(Locale.ROOT);
		if (this.server.script().away()) {
			return turnAway();
		}
		if (command.startsWith("RCPT TO:")) {
			this.recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
			this.fault = this.server.decide(this.recipient);
			say(switch (this.fault) {
				case LATER -> "451 4.7.1 later";
				case REFUSED -> "550 5.7.1 not wanted";
				default -> "250 2.1.5 ok";
			});
		}
		else if (command.equals("DATA")) {
			say("354 go on");
			take(in);
		}
		else if (command.equals("QUIT")) {
			if (this.server.script().resetsAtQuit()) {
				this.server.count();
				reset();
			}
			say("221 2.0.0 bye");
			return false;
		}
		else {
			say("250 localhost");
		}
		return true;
	}

	private void take(BufferedReader in) throws IOException, InterruptedException {
		MessageDigest digest = sha256();
		String id = "";
		String line = in.readLine();
		while (line != null && !line.equals(".")) {
			if (this.fault == Fault.DROPPED_AMID) {
				reset();
			}
			if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
				// A long one stands on the next line.
				id = line.substring(11).strip();
				if (id.isEmpty()) {
					digest.update((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
					line = in.readLine();
					id = (line != null) ? line.strip() : "";
				}
			}
			digest.update((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			line = in.readLine();
		}
		if (line != null) {
			decide(id, HexFormat.of().formatHex(digest.digest()));
		}
	}

	private void decide(String id, String digest) throws IOException, InterruptedException {
		Thread.sleep(this.fault == Fault.SLOW ? SLOW_MILLIS : this.server.script().millis());
		if (this.fault != Fault.DROPPED_UNTAKEN) {
			this.server.log().add(new Acceptance(Instant.now(), this.door, id, this.recipient, digest));
		}
		if (this.fault == Fault.DROPPED_TAKEN || this.fault == Fault.DROPPED_UNTAKEN) {
			reset();
		}
		say("250 2.0.0 taken");
	}

	private boolean turnAway() throws IOException {
		this.server.count();
		say("421 4.3.2 closing");
		return false;
	}

	private void say(String line) throws IOException {
		OutputStream out = this.client.getOutputStream();
		out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	private void reset() throws IOException {
		this.client.setSoLinger(true, 0);
		this.client.close();
		throw new IOException("reset");
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
