package org.salon.registration.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The threads that check links, apart from all others: they wait most of the time. */
@Component
class LinkThreads implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(LinkThreads.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(30);

	private final LinkChecker checker;

	private final LinkProperties properties;

	private final List<Thread> threads = new ArrayList<>();

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	LinkThreads(LinkChecker checker, LinkProperties properties) {
		this.checker = checker;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${salon.links.collect-interval:5m}", initialDelayString = "5s")
	void collect() {
		if (!this.properties.check()) {
			return;
		}
		try {
			this.checker.collect();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Links could not be collected, later again: {}", ex.getClass().getSimpleName());
		}
	}

	@Override
	public synchronized void start() {
		if (isRunning()) {
			return;
		}
		this.stopped = new CountDownLatch(1);
		this.threads.clear();
		int count = this.properties.check() ? this.properties.threads() : 0;
		for (int i = 0; i < count; i++) {
			this.threads.add(Thread.ofPlatform().daemon().name("link-check-" + i).start(this::work));
		}
	}

	/**
	 * A check that is under way is left: its lease ends, and another instance takes it.
	 */
	@Override
	public synchronized void stop() {
		this.stopped.countDown();
		this.threads.forEach(Thread::interrupt);
		try {
			for (Thread thread : this.threads) {
				thread.join(this.properties.callTimeout());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	private void work() {
		try {
			Duration pause = Duration.ZERO;
			while (!this.stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
				pause = next();
			}
		}
		catch (InterruptedException ex) {
			logger.debug("Checking of links stops");
		}
	}

	private Duration next() throws InterruptedException {
		try {
			return this.checker.checkNext() ? Duration.ZERO : PAUSE;
		}
		catch (RuntimeException ex) {
			logger.warn("A link could not be checked, later again", ex);
			return PAUSE_AFTER_FAULT;
		}
	}

}
