package org.salon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that does what a script says, and keeps what it took in a log. It has as
 * many doors as there are senders, so that the log says who brought what.
 */
final class FaultyMailServer implements AutoCloseable {

	private final AcceptanceLog log;

	private final Map<String, ServerSocket> doors = new ConcurrentHashMap<>();

	private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

	private final AtomicInteger faults = new AtomicInteger();

	private volatile Script script = Script.GOOD;

	/** What it does with a mail. */
	enum Fault {

		NONE,
		/** 451: not now. */
		LATER,
		/** 550 for another reason than that there is no such address. */
		REFUSED,
		/** The connection breaks amid the message. */
		DROPPED_AMID,
		/** The message is taken, and the connection breaks before the answer. */
		DROPPED_TAKEN,
		/** It is not taken, and the connection breaks before the answer. */
		DROPPED_UNTAKEN,
		/** The answer takes longer than a lease. */
		SLOW

	}

	/**
	 * What goes wrong.
	 *
	 * @param millis before it answers to each message
	 * @param away whether it turns everybody away at once
	 * @param resetsAtQuit whether it breaks the connection when the client takes leave
	 */
	record Script(Decision decision, int millis, boolean away, boolean resetsAtQuit) {

		static final Script GOOD = new Script((recipient, attempt) -> Fault.NONE, 0, false, false);

		static final Script AWAY = new Script((recipient, attempt) -> Fault.NONE, 0, true, false);

		static final Script RESETS_AT_QUIT = new Script((recipient, attempt) -> Fault.NONE, 5, false, true);

		/** Good, but each answer takes so long. */
		static Script paced(int millis) {
			return new Script((recipient, attempt) -> Fault.NONE, millis, false, false);
		}

		static Script of(Decision decision) {
			return new Script(decision, 5, false, false);
		}

	}

	/** Which fault is whose; the attempts are counted from 1. */
	@FunctionalInterface
	interface Decision {

		Fault of(String recipient, int attempt);

	}

	FaultyMailServer(AcceptanceLog log, String... doors) {
		this.log = log;
		for (String door : doors) {
			ServerSocket socket = open();
			this.doors.put(door, socket);
			Thread.ofVirtual().start(() -> listen(door, socket));
		}
	}

	private static ServerSocket open() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port(String door) {
		return this.doors.get(door).getLocalPort();
	}

	/** From now on this happens; what happened before is forgotten. */
	void follow(Script next) {
		this.attempts.clear();
		this.faults.set(0);
		this.script = next;
	}

	/** How often something went wrong since. */
	int faults() {
		return this.faults.get();
	}

	Script script() {
		return this.script;
	}

	AcceptanceLog log() {
		return this.log;
	}

	Fault decide(String recipient) {
		Fault fault = this.script.decision().of(recipient, this.attempts.merge(recipient, 1, Integer::sum));
		if (fault != Fault.NONE) {
			count();
		}
		return fault;
	}

	void count() {
		this.faults.incrementAndGet();
	}

	private void listen(String door, ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				Socket client = socket.accept();
				Thread.ofVirtual().start(() -> new MailConversation(this, door, client).hold());
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	@Override
	public void close() throws IOException {
		List<ServerSocket> open = new ArrayList<>(this.doors.values());
		for (ServerSocket door : open) {
			door.close();
		}
	}

}
