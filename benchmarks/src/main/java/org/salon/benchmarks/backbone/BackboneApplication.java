package org.salon.benchmarks.backbone;

import java.util.Set;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

import org.salon.events.Topics;
import org.salon.messaging.inbox.EventSubscription;

/**
 * The smallest service that publishes and listens, with the settings of the real ones.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BackboneApplication {

	@Bean
	Handled handled() {
		return new Handled();
	}

	@Bean
	EventSubscription subscription(Handled handled) {
		return new EventSubscription("backbone", Set.of(Topics.SALONS), handled::handle);
	}

}
