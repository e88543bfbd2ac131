package org.salon.localstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/**
 * The mails in a folder, one file each, with what a list needs of them in memory. A mail
 * counts as received when its file is there; whoever waits is told then.
 */
final class MailStore {

	private final Path folder;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition arrived = this.lock.newCondition();

	/** By id, so in the order of arrival. */
	private final ConcurrentSkipListMap<String, MailSummary> mails = new ConcurrentSkipListMap<>();

	private int sequence;

	MailStore(Path folder) {
		this.folder = folder;
		try {
			Files.createDirectories(folder);
			try (Stream<Path> files = Files.list(folder)) {
				files.filter((file) -> file.toString().endsWith(MailFile.SUFFIX))
					.map((file) -> summary(new MailFile(file)))
					.forEach((mail) -> this.mails.put(mail.id(), mail));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the mails in " + folder, ex);
		}
	}

	/**
	 * Returns once the disk has the mail, so that not even a power failure loses it.
	 * Readers may see it before: the disk is waited for outside the lock, and several
	 * callers share one wait where the file system can.
	 */
	void add(String to, MimeMessage mail) {
		try {
			show(MailFile.write(this.folder, to, mail));
			MailFile.force(this.folder);
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException("Cannot keep a mail", ex);
		}
	}

	private void show(Path written) throws IOException {
		// Under the lock, so that ids rise in the order in which readers see the mails.
		this.lock.lock();
		try {
			MailSummary summary = summary(MailFile.name(written, nextId()));
			this.mails.put(summary.id(), summary);
			this.arrived.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Greater than all before, even if the clock was set back. */
	private String nextId() {
		String id = "%013d-%06d".formatted(System.currentTimeMillis(), this.sequence++ % 1_000_000);
		if (!this.mails.isEmpty() && id.compareTo(this.mails.lastKey()) <= 0) {
			long last = Long.parseLong(this.mails.lastKey().substring(0, 13));
			return "%013d-%06d".formatted(last + 1, 0);
		}
		return id;
	}

	/** Oldest first. */
	Stream<MailSummary> oldestFirst() {
		return this.mails.values().stream();
	}

	/** Newest first. */
	Stream<MailSummary> newestFirst() {
		return this.mails.descendingMap().values().stream();
	}

	/** The mails after an id for a recipient; waits until there is one. */
	List<MailSummary> awaitAfter(String id, String to, long deadlineNanos) throws InterruptedException {
		this.lock.lock();
		try {
			while (true) {
				List<MailSummary> later = this.mails.tailMap(id, false)
					.values()
					.stream()
					.filter((mail) -> mail.isTo(to))
					.toList();
				long left = deadlineNanos - System.nanoTime();
				if (!later.isEmpty() || left <= 0) {
					return later;
				}
				this.arrived.await(left, TimeUnit.NANOSECONDS);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** The file of a mail; only ids of mails that are here become part of a path. */
	Optional<MailFile> find(String id) {
		return Optional.ofNullable(this.mails.get(id))
			.map((mail) -> new MailFile(this.folder.resolve(mail.id() + MailFile.SUFFIX)));
	}

	void clear() {
		this.lock.lock();
		try {
			for (String id : this.mails.keySet()) {
				Files.deleteIfExists(this.folder.resolve(id + MailFile.SUFFIX));
				this.mails.remove(id);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot remove the mails in " + this.folder, ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private static MailSummary summary(MailFile file) {
		try {
			return file.summary();
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException("Cannot read the mail " + file.path(), ex);
		}
	}

}
