package org.salon.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

import org.salon.messaging.MessagingMetrics;
import org.salon.messaging.envelope.CloudEventRecords;
import org.salon.messaging.envelope.OutgoingEvent;

/**
 * Publishes what the outbox holds, in order per key. Woken at each commit; the poll is
 * the net for rows of an instance that died.
 *
 * <p>
 * All rows of a batch are handed to the producer at once: it is idempotent and never
 * gives up by time, so it keeps the order on each partition over any fault of the broker
 * that passes. If a record is refused for good, what stands before it in its key is
 * marked and the key is blocked; the rest of the key is sent again after it.
 */
class OutboxRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private final OutboxRows rows;

	private final ShardLeases leases;

	private final Sender sender;

	private final MessagingMetrics metrics;

	private final Duration pollInterval;

	private final Duration gather;

	private final int batchSize;

	private final Semaphore wake = new Semaphore(0);

	private final BlockedKeys blocked = new BlockedKeys();

	private volatile boolean running;

	private volatile Thread thread = Thread.currentThread();

	private Duration pause = Duration.ZERO;

	OutboxRelay(OutboxRows rows, ShardLeases leases, Sender sender, MessagingMetrics metrics, Duration pollInterval,
			Duration gather, int batchSize) {
		this.rows = rows;
		this.leases = leases;
		this.sender = sender;
		this.metrics = metrics;
		this.pollInterval = pollInterval;
		this.gather = gather;
		this.batchSize = batchSize;
	}

	/** Hands records to the broker. */
	interface Sender {

		CompletableFuture<?> send(ProducerRecord<String, byte[]> record);

		void flush();

	}

	void wake() {
		if (this.wake.availablePermits() == 0) {
			this.wake.release();
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		wake();
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running && this.thread.isAlive();
	}

	private void run() {
		while (this.running) {
			try {
				boolean more = publishBatch() == this.batchSize;
				this.pause = Duration.ZERO;
				if (!more) {
					await(this.pollInterval);
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				backOff(ex);
			}
		}
	}

	private void backOff(RuntimeException fault) {
		this.pause = this.pause.isZero() ? Duration.ofMillis(100) : this.pause.multipliedBy(2);
		if (this.pause.compareTo(LONGEST_PAUSE) > 0) {
			this.pause = LONGEST_PAUSE;
		}
		log.warn("Cannot publish; trying again in {} ms: {}", this.pause.toMillis(), fault.toString());
		try {
			TimeUnit.NANOSECONDS.sleep(this.pause.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void await(Duration time) throws InterruptedException {
		if (this.wake.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
			if (this.running) {
				TimeUnit.NANOSECONDS.sleep(this.gather.toNanos());
			}
			this.wake.drainPermits();
		}
	}

	/** Sends one batch and waits for the broker. Returns how many rows there were. */
	int publishBatch() {
		Set<Short> shards = this.leases.held();
		if (shards.isEmpty()) {
			return 0;
		}
		List<OutgoingEvent> batch = this.rows.unpublished(shards, this.blocked.at(System.nanoTime()), this.batchSize);
		if (batch.isEmpty()) {
			return 0;
		}
		List<CompletableFuture<?>> sent = sendAll(batch);
		settle(batch, sent);
		return batch.size();
	}

	private List<CompletableFuture<?>> sendAll(List<OutgoingEvent> batch) {
		List<CompletableFuture<?>> sent = new ArrayList<>(batch.size());
		for (OutgoingEvent row : batch) {
			try {
				sent.add(this.sender.send(CloudEventRecords.encode(row)));
			}
			catch (RuntimeException ex) {
				// Refused before anything was sent: what follows must not overtake it.
				sent.add(CompletableFuture.failedFuture(ex));
				break;
			}
		}
		this.sender.flush();
		return sent;
	}

	private void settle(List<OutgoingEvent> batch, List<CompletableFuture<?>> sent) {
		List<OutgoingEvent> published = new ArrayList<>(sent.size());
		Set<String> failed = new HashSet<>();
		RuntimeException fault = null;
		for (int i = 0; i < sent.size(); i++) {
			OutgoingEvent row = batch.get(i);
			try {
				sent.get(i).join();
				if (!failed.contains(row.key())) {
					published.add(row);
					this.blocked.sent(row.key());
				}
			}
			catch (CompletionException ex) {
				fault = ex;
				failed.add(row.key());
				this.blocked.block(row.key(), System.nanoTime());
			}
		}
		if (!published.isEmpty()) {
			this.rows.markPublished(published);
			this.metrics.published(published.size());
		}
		if (fault != null) {
			this.metrics.publishFailed(failed.size());
			throw fault;
		}
	}

}
