package org.salon.notification.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands between the service's pool and PostgreSQL, and breaks the connection exactly at
 * a commit: before the server hears of it, or once it has done it and before anybody is
 * told.
 */
public final class CommitProxy implements AutoCloseable {

	private final ServerSocket door;

	private final String host;

	private final int port;

	private final AtomicInteger left = new AtomicInteger();

	private final AtomicInteger cuts = new AtomicInteger();

	private volatile Moment moment = Moment.BEFORE;

	private volatile Predicate<Work> aim = (work) -> false;

	/** When the connection breaks. */
	public enum Moment {

		/** The server never hears of the commit, and undoes all. */
		BEFORE,
		/** The server has committed, and the answer is lost. */
		AFTER

	}

	/** Leads to the server at this address. */
	public CommitProxy(String host, int port) {
		this.host = host;
		this.port = port;
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::listen);
	}

	/** Where it listens on this machine. */
	public int port() {
		return this.door.getLocalPort();
	}

	/** From now on breaks so many commits of transactions that did such work. */
	public void cut(Moment moment, int times, Predicate<Work> aim) {
		this.moment = moment;
		this.aim = aim;
		this.left.set(times);
	}

	/** How many were broken. */
	public int cuts() {
		return this.cuts.get();
	}

	Moment moment() {
		return this.moment;
	}

	/** Whether the commit of this work is one to break; each is asked for once. */
	boolean breaks(Work work) {
		boolean now = this.aim.test(work) && this.left.getAndUpdate((number) -> Math.max(0, number - 1)) > 0;
		if (now) {
			this.cuts.incrementAndGet();
		}
		return now;
	}

	private void listen() {
		while (!this.door.isClosed()) {
			try {
				Socket client = this.door.accept();
				Thread.ofVirtual().start(() -> serve(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client; Socket server = new Socket(this.host, this.port)) {
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			new WatchedConnection(this, client, server).run();
		}
		catch (IOException ex) {
			// One side has gone, or the connection was broken on purpose.
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

}
