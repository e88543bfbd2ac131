package org.salon.registration.delivery;

import java.time.Instant;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.DomainEvent;
import org.salon.events.delivery.DeliveryChanged;
import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.events.delivery.DeliveryState;
import org.salon.messaging.suite.ListenerSuite;
import org.salon.registration.RegistrationServiceTest;

/** This service's listener holds to what every listener holds to. */
@RegistrationServiceTest
class ListenerIT extends ListenerSuite {

	private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");

	@Autowired
	private JdbcClient database;

	@Override
	protected DomainEvent newAggregate() {
		return outcome(UUID.randomUUID(), UUID.randomUUID(), DeliveryOutcome.FAILED, "first");
	}

	@Override
	protected DomainEvent next(DomainEvent event) {
		DeliveryState before = ((DeliveryChanged) event).delivery();
		return outcome(before.deliveryId(), before.memberId(), DeliveryOutcome.SENT, UUID.randomUUID().toString());
	}

	@Override
	protected int effects(DomainEvent event) {
		DeliveryState delivery = ((DeliveryChanged) event).delivery();
		return this.database
			.sql("select count(*) from delivery_outcome where delivery_id = ? and outcome = ? and reason = ?")
			.params(delivery.deliveryId(), delivery.outcome().name(), delivery.reason())
			.query(Integer.class)
			.single();
	}

	private static DomainEvent outcome(UUID delivery, UUID member, DeliveryOutcome outcome, String reason) {
		return new DeliveryChanged(new DeliveryState(delivery, DeliveryKind.CONFIRMATION, "mail", member, null, 44, "1",
				outcome, reason, AT, AT));
	}

}
