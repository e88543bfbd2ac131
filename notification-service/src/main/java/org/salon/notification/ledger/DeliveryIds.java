package org.salon.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * The id of a message: made from its key, so that it is the same even in a new ledger.
 */
final class DeliveryIds {

	private DeliveryIds() {
	}

	static UUID of(String channel, UUID memberId, @Nullable Integer salonNumber, DeliveryKind kind, String occurrence) {
		String key = String.join("|", channel, memberId.toString(), (salonNumber != null) ? salonNumber.toString() : "",
				kind.name(), occurrence);
		return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
	}

}
