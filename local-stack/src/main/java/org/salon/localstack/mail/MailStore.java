package org.salon.localstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

	private final List<MailSummary> mails = new ArrayList<>();

	private final AtomicInteger sequence = new AtomicInteger();

	MailStore(Path folder) {
		this.folder = folder;
		try {
			Files.createDirectories(folder);
			try (Stream<Path> files = Files.list(folder)) {
				files.filter((file) -> file.toString().endsWith(MailFile.SUFFIX))
					.sorted()
					.forEach((file) -> this.mails.add(summary(new MailFile(file))));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the mails in " + folder, ex);
		}
	}

	void add(String to, MimeMessage mail) {
		// Under the lock, so that ids rise in the order in which readers see the mails.
		this.lock.lock();
		try {
			String id = "%013d-%06d".formatted(System.currentTimeMillis(), this.sequence.getAndIncrement() % 1_000_000);
			this.mails.add(summary(MailFile.write(this.folder, id, to, mail)));
			this.arrived.signalAll();
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException("Cannot keep a mail", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Oldest first; of one recipient, or all for an empty text. */
	List<MailSummary> list(String to) {
		this.lock.lock();
		try {
			return this.mails.stream().filter((mail) -> concerns(mail, to)).toList();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Like {@link #list} without the mails up to an id; waits until there is one. */
	List<MailSummary> awaitAfter(String id, String to, long deadlineNanos) throws InterruptedException {
		this.lock.lock();
		try {
			while (true) {
				List<MailSummary> later = list(to).stream().filter((mail) -> mail.id().compareTo(id) > 0).toList();
				long left = deadlineNanos - System.nanoTime();
				if (!later.isEmpty() || left <= 0) {
					return later;
				}
				if (!this.arrived.await(left, TimeUnit.NANOSECONDS)) {
					return List.of();
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	Optional<MailFile> find(String id) {
		this.lock.lock();
		try {
			// Only ids of the list become part of a path.
			return this.mails.stream()
				.filter((mail) -> mail.id().equals(id))
				.findFirst()
				.map((mail) -> new MailFile(this.folder.resolve(mail.id() + MailFile.SUFFIX)));
		}
		finally {
			this.lock.unlock();
		}
	}

	void clear() {
		this.lock.lock();
		try {
			for (MailSummary mail : this.mails) {
				Files.deleteIfExists(this.folder.resolve(mail.id() + MailFile.SUFFIX));
			}
			this.mails.clear();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot remove the mails in " + this.folder, ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private static boolean concerns(MailSummary mail, String to) {
		return to.isEmpty() || mail.to().toLowerCase(Locale.ROOT).contains(to.toLowerCase(Locale.ROOT));
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
