package org.salon.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for servers that start later, and that may be killed and start again. */
final class FreePort {

	private static final int LOWEST = 20_000;

	/**
	 * From here on Linux gives them to outgoing connections, which would take one from a
	 * server that is just down.
	 */
	private static final int HIGHEST = 32_768;

	private static final AtomicInteger next = new AtomicInteger(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST));

	private FreePort() {
	}

	/** One that nobody listens on, never the same twice. */
	static int next() {
		int port = next.getAndUpdate((last) -> (last + 1 < HIGHEST) ? last + 1 : LOWEST);
		return isFree(port) ? port : next();
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
