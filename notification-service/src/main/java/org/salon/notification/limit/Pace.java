package org.salon.notification.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * So many a minute, spread over it, and never more within any minute, wherever it is
 * taken to begin. What is saved up while nothing is sent is no more than a second's
 * worth.
 */
final class Pace {

	private final int perMinute;

	private final Bucket bucket;

	Pace(int perMinute, Clock clock) {
		this.perMinute = perMinute;
		int saved = Math.ceilDiv(perMinute, 60);
		// What was saved up and what flows in within a minute are the limit together.
		int refill = perMinute - saved + 1;
		this.bucket = Bucket.builder()
			.withCustomTimePrecision(new ClockTime(clock))
			.addLimit((limit) -> limit.capacity(saved).refillGreedy(refill, Duration.ofMinutes(1)))
			.build();
	}

	int perMinute() {
		return this.perMinute;
	}

	int available() {
		return Math.toIntExact(Math.max(0, this.bucket.getAvailableTokens()));
	}

	boolean take(int messages) {
		return messages == 0 || this.bucket.tryConsume(messages);
	}

	/** Until one more may leave. */
	Duration untilNext() {
		return Duration.ofNanos(this.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
	}

	private record ClockTime(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant now = this.clock.instant();
			return now.getEpochSecond() * 1_000_000_000 + now.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
