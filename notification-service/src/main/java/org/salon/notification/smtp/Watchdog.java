package org.salon.notification.smtp;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Ends what takes too long on a socket, however the server drips its bytes: timeouts
 * bound one read each, this bounds the whole. It interrupts the thread, which closes the
 * channel that the thread is in: see {@link PromptSockets}.
 */
@Component
class Watchdog implements DisposableBean {

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("smtp-watchdog").factory());

	Watchdog() {
		// Else those of all messages of the last minutes would still be there.
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/** Watches the calling thread until the watch is closed. */
	Watch watch(Duration atMost) {
		return new Watch(Thread.currentThread(), atMost);
	}

	@Override
	public void destroy() {
		this.timer.shutdownNow();
	}

	/** One watch. Once closed it never interrupts, and leaves no interrupt behind. */
	final class Watch implements AutoCloseable {

		private final Thread watched;

		private final Future<?> alarm;

		private boolean over;

		private Watch(Thread watched, Duration atMost) {
			this.watched = watched;
			this.alarm = Watchdog.this.timer.schedule(this::bark, Math.max(atMost.toNanos(), 1), TimeUnit.NANOSECONDS);
		}

		private synchronized void bark() {
			if (!this.over) {
				this.watched.interrupt();
			}
		}

		@Override
		public void close() {
			this.alarm.cancel(false);
			synchronized (this) {
				this.over = true;
			}
			// The database must not meet an interrupt that was meant for the socket.
			Thread.interrupted();
		}

	}

}
