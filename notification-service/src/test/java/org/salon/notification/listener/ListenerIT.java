package org.salon.notification.listener;

import java.time.Duration;

import org.salon.events.DomainEvent;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.messaging.suite.ListenerSuite;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.salon.Salons;

import org.springframework.beans.factory.annotation.Autowired;

/** This service's listener holds to what every listener holds to. */
@NotificationTest
class ListenerIT extends ListenerSuite {

	@Autowired
	private Salons salons;

	@Override
	protected DomainEvent newAggregate() {
		return new SalonAnnounced(Fixtures.salon(Fixtures.number(), Fixtures.START));
	}

	@Override
	protected DomainEvent next(DomainEvent event) {
		SalonState before = ((SalonAnnounced) event).salon();
		return new SalonChanged(Fixtures.salon(before.number(), Fixtures.START.plus(Duration.ofDays(1)), "Next",
				SalonStatus.ANNOUNCED, 1), java.util.List.of("title"));
	}

	@Override
	protected int effects(DomainEvent event) {
		SalonState state = (event instanceof SalonAnnounced announced) ? announced.salon()
				: ((SalonChanged) event).salon();
		return this.salons.find(state.number())
			.filter((salon) -> salon.title().equals(state.title()))
			.map((salon) -> 1)
			.orElse(0);
	}

}
