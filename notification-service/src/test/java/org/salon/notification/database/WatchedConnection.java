package org.salon.notification.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.salon.notification.database.CommitProxy.Moment;

/**
 * One connection, message by message (PostgreSQL's frontend/backend protocol 3): enough
 * of it to know which statements are run, how many rows they touched, and when it is
 * about to commit.
 */
final class WatchedConnection {

	private static final int LENGTH = 4;

	private final CommitProxy proxy;

	private final Socket client;

	private final Socket server;

	/** By the names under which they were prepared; the last without one by "". */
	private final Map<String, String> prepared = new HashMap<>();

	private final List<String> statements = new ArrayList<>();

	private int mostRows;

	private boolean cutAtAnswer;

	WatchedConnection(CommitProxy proxy, Socket client, Socket server) {
		this.proxy = proxy;
		this.client = client;
		this.server = server;
	}

	void run() throws IOException {
		Thread answers = Thread.ofVirtual().start(() -> {
			try {
				answers();
			}
			catch (IOException ex) {
				cut();
			}
		});
		try {
			requests();
		}
		finally {
			cut();
			join(answers);
		}
	}

	private void requests() throws IOException {
		DataInputStream in = in(this.client);
		DataOutputStream out = out(this.server);
		// The first message has no type.
		byte[] startup = in.readNBytes(LENGTH);
		out.write(startup);
		out.write(in.readNBytes(length(startup) - LENGTH));
		out.flush();
		for (int type = in.read(); type >= 0; type = in.read()) {
			byte[] body = in.readNBytes(in.readInt() - LENGTH);
			if (cutsBefore((char) type, body)) {
				return;
			}
			forward(out, type, body, in);
		}
	}

	private void answers() throws IOException {
		DataInputStream in = in(this.server);
		DataOutputStream out = out(this.client);
		for (int type = in.read(); type >= 0; type = in.read()) {
			byte[] body = in.readNBytes(in.readInt() - LENGTH);
			if (type == 'C' && cutsAfter(text(body, 0))) {
				break;
			}
			forward(out, type, body, in);
		}
		cut();
	}

	private static void forward(DataOutputStream out, int type, byte[] body, DataInputStream in) throws IOException {
		out.write(type);
		out.writeInt(body.length + LENGTH);
		out.write(body);
		if (in.available() == 0) {
			out.flush();
		}
	}

	private synchronized boolean cutsBefore(char type, byte[] body) {
		String name = text(body, 0);
		return switch (type) {
			case 'P' -> {
				this.prepared.put(name, text(body, name.length() + 1));
				yield false;
			}
			case 'B' -> runs(this.prepared.getOrDefault(text(body, name.length() + 1), ""));
			case 'Q' -> runs(name);
			default -> false;
		};
	}

	/** Whether it is a commit that the server must not hear of. */
	private boolean runs(String statement) {
		if (statement.equalsIgnoreCase("BEGIN")) {
			this.statements.clear();
			this.mostRows = 0;
		}
		if (!statement.equalsIgnoreCase("COMMIT")) {
			this.statements.add(statement);
			return false;
		}
		boolean breaks = this.proxy.breaks(new Work(List.copyOf(this.statements), this.mostRows));
		this.cutAtAnswer = breaks && this.proxy.moment() == Moment.AFTER;
		return breaks && this.proxy.moment() == Moment.BEFORE;
	}

	private synchronized boolean cutsAfter(String tag) {
		if (tag.equals("COMMIT") && this.cutAtAnswer) {
			return true;
		}
		String last = tag.substring(tag.lastIndexOf(' ') + 1);
		if (last.chars().allMatch(Character::isDigit)) {
			this.mostRows = Math.max(this.mostRows, Integer.parseInt(last));
		}
		return false;
	}

	private void cut() {
		for (Socket socket : List.of(this.client, this.server)) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				// It was closed by the other side.
			}
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static DataInputStream in(Socket socket) throws IOException {
		return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
	}

	private static DataOutputStream out(Socket socket) throws IOException {
		return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
	}

	private static int length(byte[] bytes) {
		return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
	}

	/** The text that begins there, up to its zero byte. */
	private static String text(byte[] body, int from) {
		int end = from;
		while (end < body.length && body[end] != 0) {
			end++;
		}
		return (from <= body.length) ? new String(body, from, end - from, StandardCharsets.ISO_8859_1) : "";
	}

}
