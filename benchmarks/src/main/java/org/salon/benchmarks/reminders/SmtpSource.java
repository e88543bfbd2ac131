package org.salon.benchmarks.reminders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Postfix's own load generator: the same prepared bytes to all, and nothing remembered.
 */
final class SmtpSource implements Peer {

	private final Path program;

	private final Path folder;

	private final int port;

	private final int connections;

	SmtpSource(Path program, Path folder, int port, int connections, String mail) {
		this.program = program;
		this.folder = folder;
		this.port = port;
		this.connections = connections;
		try {
			// It ends the lines itself.
			Files.writeString(folder.resolve("mail.txt"), mail.replace("\r\n", "\n"), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String name() {
		return "smtp-source, prepared bytes";
	}

	@Override
	public double perSecond(int mails) throws InterruptedException {
		List<String> command = List.of(this.program.toString(), "-d", "-s", Integer.toString(this.connections), "-m",
				Integer.toString(mails), "-f", "salon@example.org", "-t", "reader@example.org", "-F",
				this.folder.resolve("mail.txt").toString(), "127.0.0.1:" + this.port);
		long start = System.nanoTime();
		Programs.run(command, this.folder, 120);
		return mails / ((System.nanoTime() - start) / 1e9);
	}

}
