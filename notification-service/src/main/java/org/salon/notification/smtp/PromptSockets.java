package org.salon.notification.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/**
 * Sockets that send at once. A message goes out in several writes, and TCP would hold
 * each short one back until the server has acknowledged the one before, which it puts off
 * for some 40 ms (RFC 896 against RFC 1122, 4.2.3.2): that would be most of the time that
 * a message takes.
 */
final class PromptSockets extends SocketFactory {

	private final SocketFactory plain = SocketFactory.getDefault();

	@Override
	public Socket createSocket() throws IOException {
		return prompt(this.plain.createSocket());
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return prompt(this.plain.createSocket(host, port));
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
		return prompt(this.plain.createSocket(host, port, localHost, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return prompt(this.plain.createSocket(host, port));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
		return prompt(this.plain.createSocket(host, port, localHost, localPort));
	}

	private static Socket prompt(Socket socket) throws IOException {
		socket.setTcpNoDelay(true);
		return socket;
	}

}
