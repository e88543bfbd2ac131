package org.salon.notification.smtp;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Ends what takes too long on a socket, however the server drips its bytes: timeouts
 * bound one read each, this bounds the whole. It interrupts the thread, which closes the
 * channel that the thread is in: see {@link PromptSockets}.
 *
 * <p>
 * It looks round at intervals for what will be late before it looks again, and sets a
 * timer for nothing else: of thousands of messages in a second hardly one is ever late.
 */
@Component
class Watchdog implements DisposableBean {

	private static final Duration ROUND = Duration.ofMillis(50);

	private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("smtp-watchdog").factory());

	Watchdog() {
		this.timer.scheduleWithFixedDelay(this::lookRound, ROUND.toNanos(), ROUND.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Watches the calling thread until the watch is closed. One may be within another.
	 */
	Watch watch(Duration atMost) {
		long now = System.nanoTime();
		Watch watch = new Watch(Thread.currentThread(), now + atMost.toNanos());
		this.watches.add(watch);
		// It may be over before anyone looks round.
		watch.expect(now);
		return watch;
	}

	@Override
	public void destroy() {
		this.timer.shutdownNow();
	}

	private void lookRound() {
		long now = System.nanoTime();
		this.watches.forEach((watch) -> watch.expect(now));
	}

	/** One watch. Once closed it never interrupts, and leaves no interrupt behind. */
	final class Watch implements AutoCloseable {

		private final Thread watched;

		private final long end;

		private boolean over;

		private Watch(Thread watched, long end) {
			this.watched = watched;
			this.end = end;
		}

		/**
		 * At each round again: another within it may have taken the interrupt away.
		 */
		private void expect(long now) {
			long left = this.end - now;
			if (left <= ROUND.toNanos()) {
				Watchdog.this.timer.schedule(this::bark, left, TimeUnit.NANOSECONDS);
			}
		}

		private synchronized void bark() {
			if (!this.over) {
				this.watched.interrupt();
			}
		}

		@Override
		public void close() {
			Watchdog.this.watches.remove(this);
			synchronized (this) {
				this.over = true;
			}
			// The database must not meet an interrupt that was meant for the socket.
			Thread.interrupted();
		}

	}

}
