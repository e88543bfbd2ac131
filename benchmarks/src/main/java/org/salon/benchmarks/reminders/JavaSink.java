package org.salon.benchmarks.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Accepts all mail as fast as it can, and remembers the last one while it is asked to.
 */
final class JavaSink implements AutoCloseable {

	private final ServerSocket server;

	private volatile boolean remembering = true;

	private volatile @Nullable String last;

	JavaSink(int port) {
		try {
			this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** The last mail as it came over the wire. */
	Optional<String> last() {
		return Optional.ofNullable(this.last);
	}

	/** From now on mails are dropped. */
	void forget() {
		this.remembering = false;
		this.last = null;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				socket.setTcpNoDelay(true);
				Thread.ofVirtual().start(() -> serve(socket));
			}
			catch (IOException ex) {
				// Closed; or a client that went while it came.
			}
		}
	}

	private void serve(Socket socket) {
		try (socket;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1 << 16)) {
			OutputStream out = socket.getOutputStream();
			answer(out, "220 benchmark ESMTP");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				String command = line.substring(0, Math.min(4, line.length()));
				switch (command) {
					case "DATA" -> {
						answer(out, "354 go on");
						read(in);
						answer(out, "250 2.0.0 taken");
					}
					case "QUIT" -> {
						answer(out, "221 bye");
						return;
					}
					default -> answer(out, "250 2.0.0 well");
				}
			}
		}
		catch (IOException ex) {
			// The client is gone, and knows that what it has no answer to was not taken.
		}
	}

	private void read(BufferedReader in) throws IOException {
		StringBuilder mail = new StringBuilder();
		for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
			if (this.remembering) {
				mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
			}
		}
		if (this.remembering) {
			this.last = mail.toString();
		}
	}

	private static void answer(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
