package org.salon.notification.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers as it is told and keeps what it hears, byte by byte. One
 * that offers PIPELINING answers MAIL only once it has RCPT and DATA too.
 */
final class DictatedSmtp implements AutoCloseable {

	/** For an answer: the connection ends there. */
	static final String GONE = "";

	private static final String FINE = "250 2.0.0 fine";

	private final LoopbackServer server = new LoopbackServer(this::hold);

	private final Map<String, Queue<String>> answers = new ConcurrentHashMap<>();

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final List<String> messages = new CopyOnWriteArrayList<>();

	private final List<String> early = new CopyOnWriteArrayList<>();

	private final String extensions;

	private final boolean pipelining;

	DictatedSmtp(String... extensions) {
		this.extensions = String.join("", List.of(extensions).stream().map((each) -> "250-" + each + "\r\n").toList());
		this.pipelining = List.of(extensions).contains("PIPELINING");
	}

	int port() {
		return this.server.port();
	}

	/** The next such command, or the dot, is answered so; those after it well. */
	void answer(String command, String answer) {
		this.answers.computeIfAbsent(command, (each) -> new ConcurrentLinkedQueue<>()).add(answer);
	}

	/** All commands but greetings, in order. */
	List<String> heard() {
		return List.copyOf(this.heard);
	}

	/** What came after DATA, with the dot that ended it. */
	List<String> messages() {
		return List.copyOf(this.messages);
	}

	/** Commands that were there before the one ahead of them was answered. */
	List<String> early() {
		return List.copyOf(this.early);
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private void hold(Socket socket) throws IOException {
		InputStream in = new BufferedInputStream(socket.getInputStream());
		OutputStream out = socket.getOutputStream();
		say(out, "220 localhost");
		String line;
		while ((line = line(in)) != null) {
			if (line.startsWith("EHLO")) {
				say(out, "250-localhost\r\n" + this.extensions + "250 HELP");
				continue;
			}
			this.heard.add(line);
			if (line.equals("QUIT")
					|| !(this.pipelining && line.startsWith("MAIL") ? together(line, in, out) : alone(line, in, out))) {
				return;
			}
		}
	}

	private boolean alone(String command, InputStream in, OutputStream out) throws IOException {
		if (in.available() > 0) {
			this.early.add(command);
		}
		String answer = due(command, FINE);
		if (answer.equals(GONE)) {
			return false;
		}
		say(out, answer);
		return !answer.startsWith("354") || message(in, out);
	}

	private boolean together(String mail, InputStream in, OutputStream out) throws IOException {
		String recipient = line(in);
		String data = line(in);
		if (recipient == null || data == null) {
			return false;
		}
		this.heard.add(recipient);
		this.heard.add(data);
		StringBuilder all = new StringBuilder();
		String fine = FINE;
		for (String command : new String[] { mail, recipient, data }) {
			String answer = due(command, fine);
			if (answer.equals(GONE)) {
				say(out, all.toString().stripTrailing());
				return false;
			}
			all.append(answer).append("\r\n");
			fine = answer.startsWith("2") ? fine : "503 5.5.1 not after that";
		}
		say(out, all.toString().stripTrailing());
		return !all.toString().contains("354") || message(in, out);
	}

	private boolean message(InputStream in, OutputStream out) throws IOException {
		StringBuilder message = new StringBuilder();
		do {
			String line = line(in);
			if (line == null) {
				return false;
			}
			message.append(line).append("\r\n");
		}
		while (!ended(message));
		this.messages.add(message.toString());
		String answer = due(".", FINE);
		if (answer.equals(GONE)) {
			return false;
		}
		say(out, answer);
		return true;
	}

	private static boolean ended(StringBuilder message) {
		int dot = message.length() - ".\r\n".length();
		return message.indexOf(".\r\n", dot) == dot && (dot == 0 || message.indexOf("\r\n.", dot - 2) == dot - 2);
	}

	private String due(String command, String fine) {
		String verb = command.split(" ")[0];
		Queue<String> dictated = this.answers.get(verb);
		String answer = (dictated != null) ? dictated.poll() : null;
		if (answer != null) {
			return answer;
		}
		return (verb.equals("DATA") && fine.equals(FINE)) ? "354 go on" : fine;
	}

	/** Up to the next CR with LF; a lone one is as any other character. */
	private static @Nullable String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		int last = 0;
		int next;
		while ((next = in.read()) >= 0) {
			line.append((char) next);
			if (last == '\r' && next == '\n') {
				return line.substring(0, line.length() - 2);
			}
			last = next;
		}
		return null;
	}

	private static void say(OutputStream out, String text) throws IOException {
		out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

}
