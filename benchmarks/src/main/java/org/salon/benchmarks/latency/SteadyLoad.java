package org.salon.benchmarks.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.salon.benchmarks.system.SalonClient;

/** Sends registrations by the clock, whether or not the earlier ones were answered. */
final class SteadyLoad {

	private final SalonClient client;

	private final int salon;

	private final int pace;

	private final String run = Long.toString(System.nanoTime(), 36);

	SteadyLoad(SalonClient client, int salon, int pace) {
		this.client = client;
		this.salon = salon;
		this.pace = pace;
	}

	/** Returns when all are answered, which the client's time-out bounds. */
	List<Sent> run(String name, Duration duration) throws InterruptedException {
		long interval = 1_000_000_000L / this.pace;
		List<Future<Sent>> sending = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Instant startsAt = Instant.now();
			long start = System.nanoTime();
			for (int i = 0; i < duration.toSeconds() * this.pace; i++) {
				long due = start + i * interval;
				awaitMoment(due);
				String email = "%s-%s-%d@example.org".formatted(this.run, name, i);
				Instant dueAt = startsAt.plusNanos(due - start);
				sending.add(threads.submit(() -> send(email, dueAt, due)));
			}
		}
		return sending.stream().map(SteadyLoad::result).toList();
	}

	private Sent send(String email, Instant dueAt, long due) throws InterruptedException {
		int status = this.client.register(this.salon, email);
		return new Sent(email, dueAt, (System.nanoTime() - due) / 1e6, status);
	}

	private static void awaitMoment(long due) throws InterruptedException {
		for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
			LockSupport.parkNanos(left);
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
	}

	private static Sent result(Future<Sent> done) {
		try {
			return done.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A registration could not be sent", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** One registration; both times count from the moment at which it was due. */
	record Sent(String email, Instant due, double answerMillis, int status) {
	}

}
