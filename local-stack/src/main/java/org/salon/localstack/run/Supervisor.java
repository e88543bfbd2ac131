package org.salon.localstack.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts parts, starts again those that die, and stops them all. */
final class Supervisor {

	/** A part that ran this long had started well; its next death is a new story. */
	private static final Duration SETTLED = Duration.ofSeconds(60);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private final PrintStream out;

	private final List<Part> started = new ArrayList<>();

	private final CountDownLatch stopping = new CountDownLatch(1);

	Supervisor(PrintStream out) {
		this.out = out;
	}

	/**
	 * Starts parts side by side and returns once all are ready; from then on they are
	 * watched.
	 * @throws IllegalStateException with the words of the first part that does not start
	 */
	void start(List<Part> parts) {
		List<CompletableFuture<Void>> starts = new ArrayList<>();
		for (Part part : parts) {
			register(part);
			starts.add(run(() -> startFirst(part)));
		}
		try {
			starts.forEach(CompletableFuture::join);
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof IllegalStateException said) ? said : ex;
		}
		parts.forEach((part) -> Thread.ofPlatform().daemon().name("watch-" + part.name()).start(() -> watch(part)));
	}

	private synchronized void register(Part part) {
		if (isStopping()) {
			throw new IllegalStateException("Stopped while starting");
		}
		this.started.add(part);
	}

	private void startFirst(Part part) {
		long begin = System.nanoTime();
		try {
			part.start();
			this.out.printf("  %-22s ready after %.1f s%n", part.name(), (System.nanoTime() - begin) / 1e9);
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(part.name() + " does not start.\n" + ex.getMessage(), ex);
		}
	}

	private void watch(Part part) {
		Duration pause = Duration.ZERO;
		while (!isStopping()) {
			long since = System.nanoTime();
			part.onExit().handle((code, problem) -> code).join();
			if (System.nanoTime() - since > SETTLED.toNanos()) {
				pause = Duration.ZERO;
			}
			if (stopsWithin(pause)) {
				return;
			}
			this.out.println(part.name() + " has ended; starting it again");
			restart(part);
			pause = longer(pause);
		}
	}

	private void restart(Part part) {
		try {
			part.start();
			this.out.println(part.name() + " is back");
		}
		catch (RuntimeException ex) {
			if (!isStopping()) {
				this.out.println(part.name() + " did not come back: " + ex.getMessage());
			}
		}
	}

	private static Duration longer(Duration pause) {
		Duration next = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
		return (next.compareTo(LONGEST_PAUSE) < 0) ? next : LONGEST_PAUSE;
	}

	private boolean stopsWithin(Duration pause) {
		try {
			return this.stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	boolean isStopping() {
		return this.stopping.getCount() == 0;
	}

	/** Stops these parts side by side, as far as they were started. */
	void stop(List<Part> parts) {
		this.stopping.countDown();
		List<Part> running;
		synchronized (this) {
			running = parts.stream().filter(this.started::contains).toList();
		}
		running.stream().map((part) -> run(part::stop)).toList().forEach(CompletableFuture::join);
	}

	/** Waits until {@link #stop} is called. */
	void awaitStop() throws InterruptedException {
		this.stopping.await();
	}

	private static CompletableFuture<Void> run(Runnable work) {
		return CompletableFuture.runAsync(work, (task) -> Thread.ofPlatform().daemon().start(task));
	}

}
