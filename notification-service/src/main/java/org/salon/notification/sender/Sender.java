package org.salon.notification.sender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.salon.notification.ledger.DueSignal;
import org.salon.notification.ledger.Lease;
import org.salon.notification.ledger.SendLedger;
import org.salon.notification.ledger.SendingSwitch;
import org.salon.notification.metrics.NotificationMetrics;
import org.salon.notification.returnpath.ReturnPaths;
import org.salon.notification.sender.Mailbag.Item;
import org.salon.notification.smtp.SmtpProperties;
import org.salon.notification.smtp.SmtpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes due messages from the ledger in batches and gives them to the couriers. It is
 * woken when something becomes due here, sleeps until the next is, and looks for those of
 * other instances now and then.
 */
@Component
class Sender implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Sender.class);

	/**
	 * However soon the next is due: what cannot be claimed now is not tried in a loop.
	 */
	private static final Duration SHORTEST_NAP = Duration.ofMillis(50);

	/** For how long a busy sender waits at most until it can take up many at once. */
	private static final Duration GATHERING = Duration.ofMillis(250);

	/** How soon it is seen at the latest that sending goes on. */
	private static final Duration HELD = Duration.ofMillis(500);

	private static final Duration SWEEP_INTERVAL = Duration.ofMillis(500);

	/** What has just been claimed goes before what is in hand and can wait. */
	private static final Comparator<Item> MOST_URGENT = Comparator.comparing((Item item) -> item.lease().priority())
		.thenComparing((item) -> item.lease().attemptAt());

	private final UUID owner = UUID.randomUUID();

	private final BlockingQueue<Item> queue = new PriorityBlockingQueue<>(64, MOST_URGENT);

	private final List<Thread> threads = new ArrayList<>();

	private final List<Courier> couriers = new CopyOnWriteArrayList<>();

	private final SenderParts parts;

	private final SendLedger ledger;

	private final DueSignal signal;

	private final SenderProperties properties;

	private final Clock clock;

	private final SmtpPause pause;

	private final Semaphore slots;

	private volatile boolean running;

	private volatile boolean gathering;

	private volatile long lastTurn;

	private long lastSweep = System.nanoTime() - SWEEP_INTERVAL.toNanos();

	Sender(SenderParts parts, SendLedger ledger, DueSignal signal, SenderProperties properties, Clock clock) {
		this.parts = parts;
		this.ledger = ledger;
		this.signal = signal;
		this.properties = properties;
		this.clock = clock;
		this.pause = new SmtpPause(properties, parts.metrics());
		this.slots = new Semaphore(properties.connections() * properties.batch());
	}

	@Override
	public synchronized void start() {
		if (this.running || !this.properties.enabled()) {
			return;
		}
		this.running = true;
		this.lastTurn = System.nanoTime();
		this.threads.clear();
		this.couriers.clear();
		start("sender", this::dispatch);
		start("sender-leases", this::renewLeases);
		for (int index = 1; index <= this.properties.connections(); index++) {
			Courier courier = this.parts.courier(this.pause, new Assessment(this.properties, this.pause, this.clock));
			this.couriers.add(courier);
			start("courier-" + index, () -> courier.run(this.queue, this::release, () -> this.running));
		}
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		this.signal.raise();
		try {
			for (Thread thread : this.threads) {
				thread.join(Duration.ofSeconds(15));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server starts to refuse, and after the listeners have stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	/** Whether all of its threads live and the ledger was looked at not long ago. */
	synchronized boolean alive() {
		return this.threads.stream().allMatch(Thread::isAlive) && sinceLastTurn().compareTo(Duration.ofMinutes(1)) < 0;
	}

	Duration sinceLastTurn() {
		return Duration.ofNanos(System.nanoTime() - this.lastTurn);
	}

	private void start(String name, Runnable work) {
		this.threads.add(Thread.ofPlatform().name(name).start(work));
	}

	private void dispatch() {
		while (this.running) {
			try {
				turn();
			}
			catch (InterruptedException ex) {
				log.debug("Interrupted", ex);
			}
			catch (RuntimeException ex) {
				log.warn("The ledger cannot be read; trying again", ex);
				nap(this.properties.poll());
			}
			this.lastTurn = System.nanoTime();
		}
	}

	private void turn() throws InterruptedException {
		sweep();
		if (this.parts.sending().paused()) {
			nap(shorter(HELD, this.properties.poll()));
			return;
		}
		Duration paused = this.pause.remaining();
		if (!paused.isZero()) {
			nap(shorter(paused, this.properties.poll()));
			return;
		}
		int room = room();
		if (room == 0) {
			return;
		}
		int claimed = 0;
		int taken = 0;
		try {
			List<Lease> leases = this.ledger.claim(this.owner, room, this.properties.lease());
			claimed = leases.size();
			List<Item> items = this.parts.mailbag().fill(leases);
			taken = items.size();
			this.queue.addAll(items);
		}
		finally {
			this.slots.release(room - taken);
		}
		if (claimed < room || this.pause.probing()) {
			nap(untilNext());
		}
	}

	/**
	 * How many can be taken up, once that is half of all, or the couriers will soon have
	 * nothing to do, or something has become due: to claim costs nearly as much for one
	 * as for many.
	 */
	private int room() throws InterruptedException {
		this.gathering = true;
		if (!this.pause.probing() && enoughInHand()) {
			this.signal.await(GATHERING);
		}
		this.gathering = false;
		if (!this.slots.tryAcquire(1, TimeUnit.SECONDS)) {
			return 0;
		}
		return 1 + (this.pause.probing() ? 0 : this.slots.drainPermits());
	}

	private boolean enoughInHand() {
		int all = this.properties.connections() * this.properties.batch();
		return this.slots.availablePermits() < (all + 1) / 2 && this.queue.size() > this.properties.connections();
	}

	/** A courier is done with a message. */
	private void release() {
		this.slots.release();
		if (this.gathering && !enoughInHand()) {
			this.signal.raise();
		}
	}

	private void sweep() {
		if (System.nanoTime() - this.lastSweep >= SWEEP_INTERVAL.toNanos()) {
			this.lastSweep = System.nanoTime();
			this.ledger.sweep();
		}
	}

	private Duration untilNext() {
		Instant now = this.clock.instant();
		Duration next = this.ledger.nextDue().map((due) -> Duration.between(now, due)).orElse(this.properties.poll());
		Duration nap = shorter(next, this.properties.poll());
		return (nap.compareTo(SHORTEST_NAP) < 0) ? SHORTEST_NAP : nap;
	}

	private void nap(Duration atMost) {
		try {
			if (this.running) {
				this.signal.await(atMost);
			}
		}
		catch (InterruptedException ex) {
			log.debug("Interrupted", ex);
		}
	}

	private void renewLeases() {
		while (this.running || !this.queue.isEmpty()) {
			try {
				Thread.sleep(this.properties.lease().dividedBy(4));
				this.ledger.renew(this.owner, inHand(), this.properties.lease());
			}
			catch (InterruptedException ex) {
				log.debug("Interrupted", ex);
			}
			catch (RuntimeException ex) {
				log.warn("Leases cannot be renewed", ex);
			}
		}
	}

	/** One that is just handed from the queue to a courier may be missing this once. */
	private List<UUID> inHand() {
		return Stream
			.concat(this.queue.stream().map((item) -> item.lease().deliveryId()),
					this.couriers.stream().flatMap(Courier::inHand))
			.toList();
	}

	private static Duration shorter(Duration first, Duration second) {
		return (first.compareTo(second) < 0) ? first : second;
	}

	/** What couriers are made of. */
	@Component
	record SenderParts(SendLedger ledger, SendingSwitch sending, Drafting drafting, Mailbag mailbag, SmtpServer server,
			ReturnPaths returnPaths, SmtpProperties smtp, MailTraces traces, NotificationMetrics metrics, Clock clock) {

		Courier courier(SmtpPause pause, Assessment assessment) {
			return new Courier(this.ledger, this.sending, this.drafting, assessment, pause, this.server.connection(),
					this.returnPaths, this.smtp, this.traces, this.metrics, this.clock);
		}

	}

}
