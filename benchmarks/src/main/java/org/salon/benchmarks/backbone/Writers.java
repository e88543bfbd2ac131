package org.salon.benchmarks.backbone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionTemplate;

import org.salon.messaging.outbox.VersionedEvent;

/** Several threads that each commit their transactions one after another. */
final class Writers {

	private final TransactionTemplate transaction;

	Writers(TransactionTemplate transaction) {
		this.transaction = transaction;
	}

	/** Seconds until the last commit. */
	double run(List<List<List<VersionedEvent>>> work, Consumer<List<VersionedEvent>> append)
			throws InterruptedException {
		long start = System.nanoTime();
		List<Future<?>> writing = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (List<List<VersionedEvent>> own : work) {
				writing.add(threads.submit(() -> own
					.forEach((events) -> this.transaction.executeWithoutResult((status) -> append.accept(events)))));
			}
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		for (Future<?> writer : writing) {
			try {
				writer.get();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("The events could not be written", ex.getCause());
			}
		}
		return seconds;
	}

}
