package org.salon.registration.delivery;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.salon.events.Topics;
import org.salon.messaging.inbox.EventHandler;
import org.salon.messaging.inbox.EventSubscription;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	@Bean
	EventSubscription deliverySubscription(DeliveryOutcomes outcomes) {
		return new EventSubscription("registration-service", Set.of(Topics.DELIVERIES),
				(EventHandler.OfMany) outcomes::apply);
	}

}
