package org.salon.benchmarks.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.salon.benchmarks.system.SalonClient;

/** People who sign up for another salon while the reminders go out. */
final class Probes implements AutoCloseable {

	private static final Duration EVERY = Duration.ofMillis(400);

	private final Map<String, Instant> began = Collections.synchronizedMap(new LinkedHashMap<>());

	private final Thread thread;

	private volatile boolean running = true;

	Probes(SalonClient client, int salon, String name, Instant from) {
		this.thread = Thread.ofVirtual().start(() -> run(client, salon, name, from));
	}

	private void run(SalonClient client, int salon, String name, Instant from) {
		try {
			Thread.sleep(Duration.between(Instant.now(), from));
			for (int n = 1; this.running; n++) {
				String email = name + "-new-" + n + "@example.org";
				Instant now = Instant.now();
				if (client.register(salon, email) == 201) {
					this.began.put(email, now);
				}
				Thread.sleep(EVERY);
			}
		}
		catch (InterruptedException ex) {
			// It is over.
		}
	}

	/** When each began to sign up, by address. */
	Map<String, Instant> began() {
		synchronized (this.began) {
			return new LinkedHashMap<>(this.began);
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.running = false;
		this.thread.join();
	}

}
