package org.salon.notification.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * How many more messages this instance may hand over just now: one measure for all of its
 * couriers. Other instances have their own.
 */
@Component
public class SendLimits {

	/** A pace that is forgotten begins anew, with a second's worth saved up. */
	private static final int REMEMBERED = 50_000;

	private final LimitProperties properties;

	private final Map<String, Integer> ofDomains;

	private final Clock clock;

	private final @Nullable Pace server;

	private final Map<String, Pace> domains = new LinkedHashMap<>(64, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
			return size() > REMEMBERED;
		}

	};

	public SendLimits(LimitProperties properties, Clock clock) {
		this.properties = properties;
		this.ofDomains = properties.ofDomains();
		this.clock = clock;
		Integer perMinute = properties.perMinute();
		this.server = (perMinute != null) ? new Pace(perMinute, clock) : null;
	}

	/** To all together, in any minute; without limit, if there is none. */
	public @Nullable Integer perMinute() {
		return this.properties.perMinute();
	}

	/** To one domain, in any minute; without limit, if there is none. */
	public @Nullable Integer perMinute(String domain) {
		return this.ofDomains.getOrDefault(domain, this.properties.perDomainPerMinute());
	}

	/** How many may leave now. */
	public int available() {
		return (this.server != null) ? this.server.available() : Integer.MAX_VALUE;
	}

	/** How many of them to that domain. */
	public int available(String domain) {
		Pace pace = pace(domain);
		return (pace != null) ? pace.available() : Integer.MAX_VALUE;
	}

	/** Takes so many from the limit of all, if there are as many left. */
	public boolean take(int messages) {
		return this.server == null || this.server.take(messages);
	}

	/** Takes one from the limit of that domain, if there is one left. */
	public boolean take(String domain) {
		Pace pace = pace(domain);
		return pace == null || pace.take(1);
	}

	/** Until the next may leave, to whomever. */
	public Duration untilNext() {
		return (this.server != null) ? this.server.untilNext() : Duration.ZERO;
	}

	/** Until the next may leave to that domain. */
	public Duration untilNext(String domain) {
		Pace pace = pace(domain);
		return (pace != null) ? pace.untilNext() : Duration.ZERO;
	}

	private @Nullable Pace pace(String domain) {
		Integer perMinute = perMinute(domain);
		if (perMinute == null) {
			return null;
		}
		synchronized (this.domains) {
			return this.domains.computeIfAbsent(domain, (ignored) -> new Pace(perMinute, this.clock));
		}
	}

}
