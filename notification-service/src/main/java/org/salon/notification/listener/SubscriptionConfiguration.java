package org.salon.notification.listener;

import java.util.Set;

import org.salon.events.EventType;
import org.salon.events.Topics;
import org.salon.messaging.inbox.EventSubscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

	@Bean
	EventSubscription subscription(NotificationListener listener) {
		return new EventSubscription("notification-service",
				Set.of(Topics.SALONS, Topics.REGISTRATIONS, Topics.OPERATORS), listener,
				Set.of(EventType.MEMBER_ERASED));
	}

}
