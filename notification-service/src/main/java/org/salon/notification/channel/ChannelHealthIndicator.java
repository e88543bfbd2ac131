package org.salon.notification.channel;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * A channel without its thread is a dead one. One whose receiver is away is not: the
 * service is well then.
 */
@Component
class ChannelHealthIndicator extends AbstractHealthIndicator {

	private final ChannelThreads threads;

	ChannelHealthIndicator(ChannelThreads threads) {
		super("the channels cannot be asked");
		this.threads = threads;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.status((this.threads.isRunning() && this.threads.alive()) ? "UP" : "DOWN");
	}

}
