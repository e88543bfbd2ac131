package org.salon.notification.sender;

import java.time.Duration;

import org.salon.notification.metrics.NotificationMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds all sending while the mail server takes no mail from us: messages wait, and none
 * of them loses an attempt. After a pause one message goes first, to see.
 */
final class SmtpPause {

	private static final Logger log = LoggerFactory.getLogger(SmtpPause.class);

	private final SenderProperties properties;

	private final NotificationMetrics metrics;

	private int failures;

	private int refusals;

	private long until = System.nanoTime();

	/** Why sending pauses. */
	enum Cause {

		UNREACHABLE, LOGIN, CLOSED, REFUSALS

	}

	SmtpPause(SenderProperties properties, NotificationMetrics metrics) {
		this.properties = properties;
		this.metrics = metrics;
		for (Cause cause : Cause.values()) {
			metrics.pauses(cause.name());
		}
	}

	/** The server takes no mail; several senders that find so at once are one failure. */
	synchronized void failed(Cause cause) {
		if (!remaining().isZero()) {
			return;
		}
		Duration pause = doubled(this.properties.firstPause(), this.failures, this.properties.longestPause());
		this.failures++;
		this.until = System.nanoTime() + pause.toNanos();
		this.metrics.paused(cause.name());
		log.warn("Sending pauses for {} ms: {}", pause.toMillis(), cause);
	}

	/**
	 * One message was refused for good. Many of them one after the other are too many.
	 */
	synchronized void refused() {
		this.refusals++;
		if (this.refusals >= this.properties.refusalsInARow()) {
			failed(Cause.REFUSALS);
		}
	}

	synchronized void accepted() {
		if (this.failures > 0) {
			log.info("Sending goes on");
		}
		this.failures = 0;
		this.refusals = 0;
	}

	/** The server answered sensibly, though not with a yes. */
	synchronized void answered() {
		if (this.refusals < this.properties.refusalsInARow()) {
			this.failures = 0;
		}
	}

	synchronized Duration remaining() {
		long left = this.until - System.nanoTime();
		return (left > 0) ? Duration.ofNanos(left) : Duration.ZERO;
	}

	/** Whether the next message is to see whether the server takes mail again. */
	synchronized boolean probing() {
		return this.failures > 0;
	}

	static Duration doubled(Duration first, int times, Duration longest) {
		Duration wait = first.multipliedBy(1L << Math.min(times, 20));
		return (wait.compareTo(longest) < 0) ? wait : longest;
	}

}
