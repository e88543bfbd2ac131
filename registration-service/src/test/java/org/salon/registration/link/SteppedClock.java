package org.salon.registration.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still unless it is moved; whoever waits by it moves it. */
final class SteppedClock extends Clock implements Nap {

	private final AtomicReference<Instant> now;

	SteppedClock(Instant now) {
		this.now = new AtomicReference<>(now);
	}

	void forward(Duration duration) {
		this.now.updateAndGet((instant) -> instant.plus(duration));
	}

	@Override
	public void until(Instant moment) {
		this.now.updateAndGet((instant) -> moment.isAfter(instant) ? moment : instant);
	}

	@Override
	public Instant instant() {
		return this.now.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
