package org.salon.access;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * How often something may happen for each key. Counted in each instance by itself, in
 * memory of a fixed size: of more than 100,000 keys the longest unused is forgotten.
 *
 * @param <K> what is limited, such as an address
 */
public final class Limit<K> {

	static final int REMEMBERED = 100_000;

	private final int most;

	private final Duration period;

	private final TimeMeter time;

	// The longest unused goes first, so that made-up keys cannot fill the memory.
	private final Map<K, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
			return size() > REMEMBERED;
		}

	};

	/** So often in each period; all of it is there again when a period is over. */
	public Limit(int most, Duration period, Clock clock) {
		this.most = most;
		this.period = period;
		this.time = new ClockTime(clock);
	}

	/** What is left for the key. */
	public Bucket bucket(K key) {
		synchronized (this.buckets) {
			return this.buckets.computeIfAbsent(key,
					(ignored) -> Bucket.builder()
						.withCustomTimePrecision(this.time)
						.addLimit((limit) -> limit.capacity(this.most).refillIntervally(this.most, this.period))
						.build());
		}
	}

	private record ClockTime(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.clock.millis() * 1_000_000;
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
