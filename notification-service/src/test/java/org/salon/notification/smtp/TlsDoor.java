package org.salon.notification.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server that speaks in clear, and lets nobody through without TLS.
 * It keeps what was said in clear.
 */
public final class TlsDoor implements AutoCloseable {

	private final LoopbackServer server;

	private final SSLContext tls;

	private final Opening opening;

	private final int behind;

	private final List<String> heard = new CopyOnWriteArrayList<>();

	/** How TLS begins. */
	public enum Opening {

		/** After a command, which the server offers. */
		STARTTLS,
		/** With the first byte. */
		AT_ONCE,
		/** Not at all: the server takes everything in clear. */
		NEVER

	}

	public TlsDoor(SSLContext tls, Opening opening, int behind) {
		this.tls = tls;
		this.opening = opening;
		this.behind = behind;
		this.server = new LoopbackServer(this::serve);
	}

	public int port() {
		return this.server.port();
	}

	/** Every line that came without TLS. */
	public List<String> heardInClear() {
		return List.copyOf(this.heard);
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private void serve(Socket socket) throws IOException {
		if (this.opening == Opening.AT_ONCE || asksForTls(socket)) {
			letThrough(socket);
		}
	}

	private boolean asksForTls(Socket socket) throws IOException {
		say(socket, "220 localhost");
		BufferedReader in = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
		String line;
		while ((line = in.readLine()) != null) {
			this.heard.add(line);
			if (this.opening == Opening.NEVER) {
				say(socket, "250 localhost");
			}
			else if (line.equals("STARTTLS")) {
				say(socket, "220 2.0.0 go ahead");
				return true;
			}
			else {
				say(socket, line.startsWith("EHLO") ? "250-localhost\r\n250 STARTTLS" : "530 5.7.0 STARTTLS first");
			}
		}
		return false;
	}

	private void letThrough(Socket socket) throws IOException {
		try (SSLSocket secure = (SSLSocket) this.tls.getSocketFactory().createSocket(socket, null, true);
				Socket inside = new Socket(InetAddress.getLoopbackAddress(), this.behind)) {
			secure.startHandshake();
			if (this.opening == Opening.STARTTLS) {
				skipGreeting(inside.getInputStream());
			}
			Thread answers = Thread.ofVirtual().start(() -> copy(inside, secure));
			copy(secure, inside);
			answers.interrupt();
		}
	}

	private static void skipGreeting(InputStream in) throws IOException {
		int next;
		do {
			next = in.read();
		}
		while (next >= 0 && next != '\n');
	}

	private static void copy(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// One side has closed; the other is closed with it.
		}
	}

	private static void say(Socket socket, String line) throws IOException {
		socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
	}

}
