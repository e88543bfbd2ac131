package org.salon.notification.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.DeliveryFilter;
import org.salon.notification.ledger.LedgerState;
import org.salon.notification.plan.DeliveryKind;

/**
 * What stands in the form by which mails are looked for, be it right or wrong.
 *
 * @param from a moment in the club's zone, as a browser gives it
 * @param to as {@code from}
 */
public record DeliverySearch(String salon, String recipient, String kind, String state, String from, String to) {

	public DeliverySearch(@Nullable String salon, @Nullable String recipient, @Nullable String kind,
			@Nullable String state, @Nullable String from, @Nullable String to) {
		this.salon = stripped(salon);
		this.recipient = stripped(recipient);
		this.kind = stripped(kind);
		this.state = stripped(state);
		this.from = stripped(from);
		this.to = stripped(to);
	}

	Map<String, String> errors(DeskWords words) {
		Map<String, String> errors = new HashMap<>();
		if (!this.salon.isEmpty() && !this.salon.matches("0*[1-9][0-9]{0,5}")) {
			errors.put("salon", words.of("delivery.salon.bad"));
		}
		if (this.recipient.chars().anyMatch(Character::isISOControl)) {
			errors.put("recipient", words.of("delivery.recipient.bad"));
		}
		if (!this.kind.isEmpty()
				&& Arrays.stream(DeliveryKind.values()).noneMatch((one) -> one.name().equals(this.kind))) {
			errors.put("kind", words.of("delivery.kind.bad"));
		}
		if (!this.state.isEmpty()
				&& Arrays.stream(LedgerState.values()).noneMatch((one) -> one.name().equals(this.state))) {
			errors.put("state", words.of("delivery.state.bad"));
		}
		if (!readable(this.from)) {
			errors.put("from", words.of("delivery.time.bad"));
		}
		if (!readable(this.to)) {
			errors.put("to", words.of("delivery.time.bad"));
		}
		return errors;
	}

	/** Of a form without errors. */
	DeliveryFilter filter(ZoneId zone) {
		return new DeliveryFilter(this.salon.isEmpty() ? null : Integer.valueOf(this.salon),
				this.recipient.isEmpty() ? null : this.recipient,
				this.kind.isEmpty() ? null : DeliveryKind.valueOf(this.kind),
				this.state.isEmpty() ? null : LedgerState.valueOf(this.state), moment(this.from, zone),
				moment(this.to, zone));
	}

	/** Whether something other than a salon or a person is asked for. */
	public boolean isNarrow() {
		return !this.kind.isEmpty() || !this.state.isEmpty() || !this.from.isEmpty() || !this.to.isEmpty();
	}

	private static boolean readable(String text) {
		try {
			// The database knows fewer years than Java.
			return text.isEmpty() || text.length() <= 19 && LocalDateTime.parse(text).getYear() >= 1970;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static @Nullable Instant moment(String text, ZoneId zone) {
		return text.isEmpty() ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

}
