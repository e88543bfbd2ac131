package org.salon.events.delivery;

import org.salon.events.DomainEvent;

/** Something happened to a delivery. */
public sealed interface DeliveryEvent extends DomainEvent permits DeliveryChanged {

	/** The delivery as it is after the event. */
	DeliveryState delivery();

	@Override
	default String subject() {
		return "delivery/" + delivery().deliveryId();
	}

	@Override
	default String key() {
		return delivery().memberId().toString();
	}

}
