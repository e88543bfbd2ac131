package org.salon.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ports of the loopback interface. */
public final class FreePort {

	private static final int TRIES = 1_000;

	private static final int LOWEST = 20_000;

	/** Where Linux begins with those of outgoing connections. */
	private static final int HIGHEST = 32_768;

	/**
	 * Goes on from port to port, so that two servers which start at once never get the
	 * same one, though neither listens yet.
	 */
	private static final AtomicInteger next = new AtomicInteger(ThreadLocalRandom.current().nextInt(HIGHEST - LOWEST));

	private FreePort() {
	}

	/**
	 * A port that nobody listens on now, and that this JVM has not given to anybody else;
	 * another process may still be faster. Below those that systems give to outgoing
	 * connections: one of these would be taken, by whoever connects somewhere, before a
	 * slow server comes to listen on it.
	 */
	public static int any() {
		return IntStream.generate(FreePort::next)
			.limit(TRIES)
			.filter(FreePort::isFree)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No free port"));
	}

	private static int next() {
		return LOWEST + Math.floorMod(next.getAndIncrement(), HIGHEST - LOWEST);
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
