package org.salon.messaging.inbox;

import java.util.Collection;
import java.util.function.Supplier;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Down as soon as one listener is dead: a service that no longer listens is not well. */
class ListenersHealth extends AbstractHealthIndicator {

	private final Supplier<Collection<ConcurrentMessageListenerContainer<?, ?>>> containers;

	public ListenersHealth(Supplier<Collection<ConcurrentMessageListenerContainer<?, ?>>> containers) {
		this.containers = containers;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		boolean well = this.containers.get()
			.stream()
			.allMatch((container) -> container.isRunning() && container.getContainers()
				.stream()
				.allMatch((child) -> child.isRunning() && child.isInExpectedState()));
		builder.status(well ? "UP" : "DOWN");
	}

}
