package org.salon.registration.link;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the checks of an address have come to so far.
 *
 * @param failures in a row
 * @param firstFailureAt of those in a row
 * @param checkedAt when a check last said something
 */
record LinkHistory(LinkState state, @Nullable Finding finding, @Nullable Integer status, @Nullable String redirectedTo,
		int failures, @Nullable Instant firstFailureAt, @Nullable Instant checkedAt, Instant nextCheckAt) {

	/**
	 * Waits are up to a fifth longer, so that what failed together is not asked together.
	 */
	private static final double JITTER = 0.2;

	private static final int MOST_DOUBLINGS = 10;

	/** An address that was never checked. */
	static LinkHistory fresh(Instant due) {
		return new LinkHistory(LinkState.UNKNOWN, null, null, null, 0, null, null, due);
	}

	/**
	 * What it is after that check.
	 * @param chance from 0 to 1
	 */
	LinkHistory after(Probe probe, Instant now, double chance, LinkProperties rules) {
		return switch (probe.finding().kind()) {
			case GOOD -> settled(LinkState.ALIVE, probe, now, later(now, rules.interval(), chance));
			case UNTOLD -> settled(LinkState.UNKNOWN, probe, now, later(now, rules.interval(), chance));
			case FAILURE -> failed(probe, now, chance, rules);
			case LATER -> new LinkHistory(this.state, this.finding, this.status, this.redirectedTo, this.failures,
					this.firstFailureAt, this.checkedAt,
					(probe.notBefore() != null) ? probe.notBefore() : later(now, rules.retry(), chance));
		};
	}

	private static LinkHistory settled(LinkState state, Probe probe, Instant now, Instant next) {
		return new LinkHistory(state, probe.finding(), probe.status(), probe.redirectedTo(), 0, null, now, next);
	}

	private LinkHistory failed(Probe probe, Instant now, double chance, LinkProperties rules) {
		int count = this.failures + 1;
		Instant first = (this.firstFailureAt != null) ? this.firstFailureAt : now;
		boolean dead = count >= rules.deadFailures() && !now.isBefore(first.plus(rules.deadAfter()));
		Duration doubled = rules.retry().multipliedBy(1L << Math.min(count - 1, MOST_DOUBLINGS));
		Duration wait = (doubled.compareTo(rules.interval()) < 0) ? doubled : rules.interval();
		return new LinkHistory(dead ? LinkState.DEAD : LinkState.SUSPECT, probe.finding(), probe.status(),
				probe.redirectedTo(), count, first, now, later(now, wait, chance));
	}

	private static Instant later(Instant now, Duration wait, double chance) {
		return now.plus(wait).plusMillis((long) (wait.toMillis() * JITTER * chance));
	}

}
