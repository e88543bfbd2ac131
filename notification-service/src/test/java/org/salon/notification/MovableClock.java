package org.salon.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Primary;

/** Runs as any clock does, and jumps ahead when a test wants it to. */
@Primary
public class MovableClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	public void moveTo(Instant instant) {
		this.ahead = this.ahead.plus(Duration.between(instant(), instant));
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.ahead);
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
