package org.salon.registration.delivery;

import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.salon.events.Topics;
import org.salon.events.invitation.InvitationAnswered;
import org.salon.messaging.inbox.EventHandler;
import org.salon.messaging.inbox.EventSubscription;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	@Bean
	EventSubscription deliverySubscription(DeliveryOutcomes outcomes, ApplicationEventPublisher inside) {
		return new EventSubscription("registration-service", Set.of(Topics.DELIVERIES),
				(EventHandler.OfMany) (events) -> {
					outcomes.apply(events);
					events.forEach((event) -> {
						if (event.data() instanceof InvitationAnswered answered) {
							inside.publishEvent(answered);
						}
					});
				});
	}

}
