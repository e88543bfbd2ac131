package org.salon.notification.ledger;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.salon.notification.plan.DeliveryKind;

/**
 * Where a message waits, together with those that go or wait for the same reason.
 *
 * @param salon that it announces, if it is an announcement: each can be paused
 * @param domain to which so many went that it waits for the limit, if it does
 */
record Lane(@Nullable Integer salon, @Nullable String domain) {

	static final Lane OPEN = new Lane(null, null);

	/** As the database has it. */
	static Lane of(String text) {
		int at = text.indexOf('@');
		String salon = (at < 0) ? text : text.substring(0, at);
		return new Lane(salon.isEmpty() ? null : Integer.valueOf(salon), (at < 0) ? null : text.substring(at + 1));
	}

	/** The lane of a message that waits for its domain. */
	static Lane held(Lease lease, String domain) {
		return new Lane((lease.kind() == DeliveryKind.ANNOUNCEMENT) ? lease.salonNumber() : null, domain);
	}

	/** The domain of an address; nothing, if it has none. */
	static @Nullable String domain(@Nullable String address) {
		int at = (address != null) ? address.lastIndexOf('@') : -1;
		return (address != null && at >= 0) ? address.substring(at + 1).toLowerCase(Locale.ROOT) : null;
	}

	String text() {
		return ((this.salon != null) ? this.salon.toString() : "") + ((this.domain != null) ? "@" + this.domain : "");
	}

}
