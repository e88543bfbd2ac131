package org.salon.notification.ledger;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the sender when there may be something to send. A signal is never lost. */
@Component
public class DueSignal {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition raised = this.lock.newCondition();

	private boolean due;

	/** Wakes who waits, or whoever waits next. */
	public void raise() {
		this.lock.lock();
		try {
			this.due = true;
			this.raised.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Raises it once the present transaction has committed. */
	void raiseAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				raise();
			}

		});
	}

	/** Waits for the signal, at most so long. */
	public void await(Duration atMost) throws InterruptedException {
		this.lock.lock();
		try {
			long nanos = atMost.toNanos();
			while (!this.due && nanos > 0) {
				nanos = this.raised.awaitNanos(nanos);
			}
			this.due = false;
		}
		finally {
			this.lock.unlock();
		}
	}

}
