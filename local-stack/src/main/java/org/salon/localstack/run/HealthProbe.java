package org.salon.localstack.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.salon.localstack.process.ChildProcess;

/** Asks a starting program over HTTP whether it is ready: any 2xx means yes. */
final class HealthProbe {

	private final HttpRequest question;

	HealthProbe(URI health) {
		this.question = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
	}

	/** Whether it becomes ready in time; at once false if the process ends. */
	boolean awaitReady(ChildProcess process, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
			while (process.isAlive() && System.nanoTime() < deadline) {
				if (answers(client)) {
					return true;
				}
				waitForEnd(process);
			}
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean answers(HttpClient client) throws InterruptedException {
		try {
			return client.send(this.question, BodyHandlers.discarding()).statusCode() / 100 == 2;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void waitForEnd(ChildProcess process) throws InterruptedException {
		try {
			process.onExit().get(100, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// Not ended: ask again.
		}
	}

}
