package org.salon.benchmarks.registrations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.salon.benchmarks.report.Distribution;
import org.salon.benchmarks.system.SalonClient;

/** So many people at once who sign up one after another, each as fast as answered. */
final class FormLoad {

	private final SalonClient client;

	private final int salon;

	private final int clients;

	private final String run = Long.toString(System.nanoTime(), 36);

	FormLoad(SalonClient client, int salon, int clients) {
		this.client = client;
		this.salon = salon;
		this.clients = clients;
	}

	Outcome run(String name, Duration duration) throws InterruptedException {
		long start = System.nanoTime();
		long end = start + duration.toNanos();
		List<Future<List<Double>>> working = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < this.clients; i++) {
				String prefix = "%s-%s-%d".formatted(this.run, name, i);
				working.add(threads.submit(() -> signUpUntil(end, prefix)));
			}
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		List<Double> millis = new ArrayList<>();
		for (Future<List<Double>> client : working) {
			millis.addAll(result(client));
		}
		long refused = millis.stream().filter((each) -> each.isNaN()).count();
		millis.removeIf((each) -> each.isNaN());
		return new Outcome(millis.size() / seconds, Distribution.of(millis), refused);
	}

	/** Milliseconds of each that got a 201; not a number for the others. */
	private List<Double> signUpUntil(long end, String prefix) throws InterruptedException {
		List<Double> millis = new ArrayList<>();
		for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
			int status = this.client.register(this.salon, prefix + "-" + millis.size() + "@example.org");
			millis.add((status == 201) ? (System.nanoTime() - begin) / 1e6 : Double.NaN);
		}
		return millis;
	}

	private static List<Double> result(Future<List<Double>> done) throws InterruptedException {
		try {
			return done.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The load could not be sent", ex.getCause());
		}
	}

	/** What came of it; only what was answered with 201 counts. */
	record Outcome(double perSecond, Distribution millis, long refused) {
	}

}
