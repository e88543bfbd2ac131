package org.salon.notification.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

import javax.net.SocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Sockets that send at once. A message goes out in two or three writes, and TCP would
 * hold each short one back until the server has acknowledged the one before, which it
 * puts off for some 40 ms (RFC 896 against RFC 1122, 4.2.3.2): that would be most of the
 * time that a message takes.
 *
 * <p>
 * They are those of channels, which an interrupt of the thread that is in one closes;
 * that holds below TLS too, since the library lays TLS over the socket that it gets here.
 */
final class PromptSockets extends SocketFactory {

	@Override
	public Socket createSocket() throws IOException {
		SocketChannel channel = SocketChannel.open();
		channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		return channel.socket();
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return connected(null, new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
		return connected(new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connected(null, new InetSocketAddress(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
		return connected(new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
	}

	private Socket connected(@Nullable InetSocketAddress local, InetSocketAddress server) throws IOException {
		Socket socket = createSocket();
		try {
			socket.bind(local);
			socket.connect(server);
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

}
