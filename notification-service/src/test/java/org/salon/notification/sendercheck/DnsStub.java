package org.salon.notification.sendercheck;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A name server on this machine that knows what a test tells it. */
final class DnsStub implements AutoCloseable {

	private static final int LONGEST_PIECE = 255;

	private final DatagramSocket socket;

	private final Map<String, List<Record>> records = new ConcurrentHashMap<>();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile boolean failing;

	DnsStub() throws SocketException {
		this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
		Thread.ofPlatform().daemon().name("dns-stub").start(this::serve);
	}

	String address() {
		return "127.0.0.1:" + this.socket.getLocalPort();
	}

	DnsStub text(String name, String text) throws IOException {
		List<String> pieces = new ArrayList<>();
		for (int i = 0; i < text.length(); i += LONGEST_PIECE) {
			pieces.add(text.substring(i, Math.min(text.length(), i + LONGEST_PIECE)));
		}
		Name owner = Name.fromString(name + ".");
		at(name).add(new TXTRecord(owner, DClass.IN, 60, pieces));
		return this;
	}

	DnsStub alias(String name, String target) throws IOException {
		at(name).add(new CNAMERecord(Name.fromString(name + "."), DClass.IN, 60, Name.fromString(target + ".")));
		return this;
	}

	void fail() {
		this.failing = true;
	}

	/** The names that were asked for. */
	List<String> asked() {
		return this.asked;
	}

	private List<Record> at(String name) {
		return this.records.computeIfAbsent(name.toLowerCase(Locale.ROOT), (key) -> new CopyOnWriteArrayList<>());
	}

	private void serve() {
		byte[] buffer = new byte[4096];
		while (!this.socket.isClosed()) {
			try {
				DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
				this.socket.receive(packet);
				byte[] answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength()))).toWire();
				this.socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
			}
			catch (IOException ex) {
				// Closed, or no question.
			}
		}
	}

	private Message answer(Message question) {
		String name = question.getQuestion().getName().toString(true).toLowerCase(Locale.ROOT);
		this.asked.add(name);
		Message answer = new Message(question.getHeader().getID());
		answer.getHeader().setFlag(Flags.QR);
		answer.addRecord(question.getQuestion(), Section.QUESTION);
		List<Record> found = this.records.get(name);
		if (this.failing) {
			answer.getHeader().setRcode(Rcode.SERVFAIL);
		}
		else if (found == null) {
			answer.getHeader().setRcode(Rcode.NXDOMAIN);
		}
		else {
			found.forEach((record) -> answer.addRecord(record, Section.ANSWER));
		}
		return answer;
	}

	@Override
	public void close() {
		this.socket.close();
	}

}
