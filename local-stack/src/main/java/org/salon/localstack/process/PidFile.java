package org.salon.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that holds nothing but the pid of a running part, so that scripts can read it.
 *
 * <p>
 * A pid alone proves nothing: after a crash the file remains and the number may belong to
 * any process. {@link #owner()} therefore answers only with a process whose command line
 * carries this part's own mark and which is not younger than the file.
 */
public final class PidFile {

	/** What file times and process start times may differ by; both are rounded. */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private final Path file;

	private final String mark;

	/**
	 * Names a pid file; nothing is read or written yet.
	 * @param file where the pid stands
	 * @param mark text that the command line of the right process contains and no other
	 * does
	 */
	public PidFile(Path file, String mark) {
		this.file = file;
		this.mark = mark;
	}

	/** Writes the pid, replacing what stood there. */
	public void write(long pid) {
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			Path next = this.file.resolveSibling(this.file.getFileName() + ".new");
			Files.writeString(next, pid + "\n");
			Files.move(next, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + this.file, ex);
		}
	}

	/** Removes the file if it still names this pid. */
	public void clear(long pid) {
		if (pid().filter((written) -> written == pid).isPresent()) {
			delete();
		}
	}

	/** The living process that wrote the file, if there is one. */
	public Optional<ProcessHandle> owner() {
		return pid().flatMap(ProcessHandle::of).filter(Signals::isRunning).filter(this::isOurs);
	}

	/**
	 * Ends the process that a previous run left behind, if any, and removes the file.
	 * @param grace how long to wait before killing it
	 * @return whether there was one
	 */
	public boolean stopOrphan(Duration grace) {
		Optional<ProcessHandle> orphan = owner();
		orphan.ifPresent((process) -> Signals.end(process, "TERM", grace));
		delete();
		return orphan.isPresent();
	}

	private boolean isOurs(ProcessHandle process) {
		ProcessHandle.Info info = process.info();
		boolean marked = info.commandLine().filter((line) -> line.contains(this.mark)).isPresent();
		boolean older = info.startInstant().filter((start) -> start.isAfter(written().plus(TOLERANCE))).isEmpty();
		return marked && older;
	}

	private Instant written() {
		try {
			return Files.getLastModifiedTime(this.file).toInstant();
		}
		catch (IOException ex) {
			return Instant.MIN.plus(TOLERANCE);
		}
	}

	/** The pid on its first line, whoever that is now. */
	public Optional<Long> pid() {
		try {
			return Files.readString(this.file).lines().findFirst().map((line) -> Long.valueOf(line.strip()));
		}
		catch (NoSuchFileException | NumberFormatException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.file, ex);
		}
	}

	private void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot remove " + this.file, ex);
		}
	}

}
