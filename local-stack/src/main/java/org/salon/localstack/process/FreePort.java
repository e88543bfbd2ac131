package org.salon.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class FreePort {

	private static final int TRIES = 1_000;

	private static final int LOWEST = 20_000;

	/** Where Linux begins with those of outgoing connections. */
	private static final int HIGHEST = 32_768;

	private FreePort() {
	}

	/**
	 * A port that nobody listens on now; another process may still be faster. Below those
	 * that systems give to outgoing connections: one of these would be taken, by whoever
	 * connects somewhere, before a slow server comes to listen on it.
	 */
	public static int any() {
		return ThreadLocalRandom.current()
			.ints(TRIES, LOWEST, HIGHEST)
			.filter(FreePort::isFree)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No free port"));
	}

	/** The port itself, or a free one for 0. */
	public static int orAny(int port) {
		return (port != 0) ? port : any();
	}

	/** Whether a server could listen on it, on the loopback and on every interface. */
	public static boolean isFree(int port) {
		return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
				&& binds(new InetSocketAddress(port));
	}

	private static boolean binds(InetSocketAddress address) {
		try (ServerSocket socket = new ServerSocket()) {
			// As servers do: connections of the last run that linger do not count.
			socket.setReuseAddress(true);
			socket.bind(address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
