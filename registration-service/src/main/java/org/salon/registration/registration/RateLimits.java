package org.salon.registration.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

import org.salon.registration.SalonProperties;
import org.salon.registration.input.Refused;

/**
 * How often the public form may be used: 30 times a minute from an address, 5 times an
 * hour for a mailbox, 1,000 times a minute for a salon. Counted in each instance by
 * itself.
 */
@Component
class RateLimits {

	private static final int REMEMBERED = 100_000;

	private final boolean on;

	private final RegistrationMetrics metrics;

	private final Limit<String> perClient;

	private final Limit<String> perMailbox;

	private final Limit<Integer> perSalon;

	RateLimits(SalonProperties properties, RegistrationMetrics metrics, Clock clock) {
		this.on = properties.rateLimits();
		this.metrics = metrics;
		this.perClient = new Limit<>(30, Duration.ofMinutes(1), clock);
		this.perMailbox = new Limit<>(5, Duration.ofHours(1), clock);
		this.perSalon = new Limit<>(1_000, Duration.ofMinutes(1), clock);
	}

	/** Before the request is looked at. */
	void client(String address) {
		count(this.perClient, address);
	}

	/** Once it is known for whom and for which salon it is. */
	void signUp(String mailbox, int salonNumber) {
		count(this.perMailbox, mailbox);
		count(this.perSalon, salonNumber);
	}

	private <K> void count(Limit<K> limit, K key) {
		if (!this.on) {
			return;
		}
		ConsumptionProbe probe = limit.bucket(key).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			this.metrics.limited();
			throw Refused.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	private static final class Limit<K> {

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

		Limit(int most, Duration period, Clock clock) {
			this.most = most;
			this.period = period;
			this.time = new ClockTime(clock);
		}

		Bucket bucket(K key) {
			synchronized (this.buckets) {
				return this.buckets.computeIfAbsent(key,
						(ignored) -> Bucket.builder()
							.withCustomTimePrecision(this.time)
							.addLimit((limit) -> limit.capacity(this.most).refillIntervally(this.most, this.period))
							.build());
			}
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
