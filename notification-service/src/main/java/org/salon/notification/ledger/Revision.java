package org.salon.notification.ledger;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The state by which a mail was composed; what was composed by another is not sent.
 *
 * @param salon the salon's version, of a mail that is about one
 * @param registration the place's version, of a mail that is about one
 * @param named the people that a mail to an organiser names
 */
public record Revision(@Nullable Long salon, @Nullable Long registration, long member, Set<UUID> named) {

	public Revision(@Nullable Long salon, @Nullable Long registration, long member) {
		this(salon, registration, member, Set.of());
	}

	/** Of a mail to an organiser. */
	public static Revision naming(Set<UUID> people) {
		return new Revision(null, null, 0, people);
	}

}
