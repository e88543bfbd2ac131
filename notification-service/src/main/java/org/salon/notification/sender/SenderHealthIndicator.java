package org.salon.notification.sender;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** A sender that does not turn is a dead one, however well the rest feels. */
@Component
class SenderHealthIndicator extends AbstractHealthIndicator {

	private final Sender sender;

	private final SenderProperties properties;

	SenderHealthIndicator(Sender sender, SenderProperties properties) {
		super("the sender cannot be asked");
		this.sender = sender;
		this.properties = properties;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		boolean well = !this.properties.enabled() || (this.sender.isRunning() && this.sender.alive());
		builder.status(well ? "UP" : "DOWN")
			.withDetail("secondsSinceLastTurn", this.sender.sinceLastTurn().toSeconds());
	}

}
