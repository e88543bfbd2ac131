package org.salon.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class FreePort {

	private FreePort() {
	}

	/** A port that nobody listens on now; another process may still be faster. */
	public static int any() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No free port", ex);
		}
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
