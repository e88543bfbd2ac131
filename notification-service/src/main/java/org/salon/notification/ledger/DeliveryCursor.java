package org.salon.notification.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the ledger ended: the next goes on behind that message, whatever was
 * added meanwhile.
 */
public record DeliveryCursor(Instant dueAt, UUID id) {

	private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	/** Reads what {@link #text} wrote. */
	public static Optional<DeliveryCursor> read(String text) {
		Matcher parts = TEXT.matcher(text);
		if (!parts.matches()) {
			return Optional.empty();
		}
		Instant dueAt = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
		return Optional.of(new DeliveryCursor(dueAt, UUID.fromString(parts.group(2))));
	}

	static DeliveryCursor of(DeliveryView delivery) {
		return new DeliveryCursor(delivery.dueAt(), delivery.id());
	}

	/** As it stands in an address. */
	public String text() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.dueAt) + "_" + this.id;
	}

}
