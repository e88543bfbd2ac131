package org.salon.notification.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes connections on a free port of this machine, each in a thread of its own. */
final class LoopbackServer implements AutoCloseable {

	private final ServerSocket server;

	LoopbackServer(Conversation conversation) {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(() -> listen(conversation));
	}

	int port() {
		return this.server.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private void listen(Conversation conversation) {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				Thread.ofVirtual().start(() -> serve(socket, conversation));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private static void serve(Socket socket, Conversation conversation) {
		try (socket) {
			conversation.hold(socket);
		}
		catch (IOException | InterruptedException ex) {
			// The other side has gone, or was turned away.
		}
	}

	/** What is said on a connection, which is closed afterwards. */
	@FunctionalInterface
	interface Conversation {

		void hold(Socket socket) throws IOException, InterruptedException;

	}

}
