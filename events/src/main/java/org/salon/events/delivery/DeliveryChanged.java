package org.salon.events.delivery;

import java.util.Objects;

/** A message has an outcome, or another one than before. */
public record DeliveryChanged(DeliveryState delivery) implements DeliveryEvent {

	public DeliveryChanged {
		Objects.requireNonNull(delivery, "delivery");
	}

}
