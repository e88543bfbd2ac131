package org.salon.archive.projection;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.salon.events.Topics;
import org.salon.messaging.inbox.EventSubscription;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

	@Bean
	EventSubscription salonSubscription(SalonEventHandler handler) {
		return new EventSubscription("archive-service", Set.of(Topics.SALONS, Topics.OPERATORS), handler);
	}

}
