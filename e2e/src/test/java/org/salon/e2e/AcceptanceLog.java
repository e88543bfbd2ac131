package org.salon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What a mail server took: each is on the disk before the client hears of it. */
final class AcceptanceLog implements AutoCloseable {

	private final Path file;

	private final FileChannel channel;

	private volatile int size;

	AcceptanceLog(Path file) throws IOException {
		this.file = file;
		this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	synchronized void add(Acceptance acceptance) throws IOException {
		ByteBuffer line = ByteBuffer.wrap(acceptance.line().getBytes(StandardCharsets.UTF_8));
		while (line.hasRemaining()) {
			this.channel.write(line);
		}
		this.channel.force(false);
		this.size++;
	}

	int size() {
		return this.size;
	}

	/** All that came after so many, read from the disk. */
	List<Acceptance> since(int many) {
		try (var lines = Files.lines(this.file)) {
			return lines.skip(many).map(Acceptance::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
