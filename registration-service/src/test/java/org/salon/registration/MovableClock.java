package org.salon.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, and then some. */
public class MovableClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	public void forward(Duration duration) {
		this.ahead = this.ahead.plus(duration);
	}

	public void reset() {
		this.ahead = Duration.ZERO;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
	}

}
