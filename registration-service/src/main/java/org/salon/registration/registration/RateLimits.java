package org.salon.registration.registration;

import java.time.Clock;
import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;
import org.springframework.stereotype.Component;

import org.salon.access.Limit;
import org.salon.registration.SalonProperties;
import org.salon.registration.input.Refused;

/**
 * How often the public form may be used: 30 times a minute from an address, 5 times an
 * hour for a mailbox, 1,000 times a minute for a salon. Counted in each instance by
 * itself.
 */
@Component
class RateLimits {

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

}
