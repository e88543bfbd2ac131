package org.salon.notification.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

/**
 * What has to change in the ledger, so that it holds what the plan says. What a mail
 * server has seen, or may have seen, is never touched.
 */
final class Reconciliation {

	private final List<Insertion> insertions = new ArrayList<>();

	private final List<Closing> closings = new ArrayList<>();

	private final List<Adjustment> adjustments = new ArrayList<>();

	/** Adds what one registration's plan and rows need. */
	void add(Salon salon, Registration registration, String address, List<PlannedDelivery> plan,
			List<LedgerEntry> entries) {
		Map<String, LedgerEntry> unplanned = new LinkedHashMap<>();
		entries.forEach((entry) -> unplanned.put(entry.kind() + " " + entry.occurrence(), entry));
		for (PlannedDelivery planned : plan) {
			LedgerEntry entry = unplanned.remove(planned.kind() + " " + planned.occurrence());
			if (entry == null) {
				this.insertions.add(new Insertion(registration, address, planned));
			}
			else {
				bring(entry, planned, address);
			}
		}
		unplanned.values()
			.stream()
			.filter(LedgerEntry::open)
			.forEach((entry) -> this.closings.add(close(entry, salon, registration)));
	}

	private void bring(LedgerEntry entry, PlannedDelivery planned, String address) {
		if (planned.fate() == Fate.SUPPRESS) {
			if (entry.open()) {
				this.closings.add(new Closing(entry, LedgerState.SUPPRESSED, String.valueOf(planned.reason())));
			}
		}
		else if (entry.mayReopen() && planned.fate() == Fate.SEND) {
			this.adjustments.add(new Adjustment(entry, planned, address, true));
		}
		else if (entry.open() && !(entry.notAfter().equals(planned.notAfter()) && address.equals(entry.address()))) {
			this.adjustments.add(new Adjustment(entry, planned, address, false));
		}
	}

	private static Closing close(LedgerEntry entry, Salon salon, Registration registration) {
		if (registration.standing() == Standing.CANCELLED) {
			return new Closing(entry, LedgerState.CANCELLED, "the place was given back");
		}
		if (salon.cancelled()) {
			return new Closing(entry, LedgerState.CANCELLED, "the salon is called off");
		}
		return switch (entry.kind()) {
			case REMINDER -> new Closing(entry, LedgerState.CANCELLED, "the salon was moved, or reminders are others");
			case REPLAY -> new Closing(entry, LedgerState.CANCELLED, "the person wants no replays");
			case CONFIRMATION, WAITLISTED, PROMOTED, WITHDRAWN, RESCHEDULED, CHANGED, CANCELLED ->
				new Closing(entry, LedgerState.SUPERSEDED, "a later mail says what is so now");
		};
	}

	List<Insertion> insertions() {
		return this.insertions;
	}

	List<Closing> closings() {
		return this.closings;
	}

	List<Adjustment> adjustments() {
		return this.adjustments;
	}

	/** Whether something is to be sent that was not before. */
	boolean plans() {
		return this.insertions.stream().anyMatch((insertion) -> insertion.planned().fate() == Fate.SEND)
				|| !this.adjustments.isEmpty();
	}

	/** A message that was not planned before. */
	record Insertion(Registration registration, String address, PlannedDelivery planned) {

		DeliveryKind kind() {
			return this.planned.kind();
		}

	}

	/** A message that is not to be sent any more. */
	record Closing(LedgerEntry entry, LedgerState state, String reason) {
	}

	/**
	 * A message with another deadline or address, or one that is to be sent after all.
	 */
	record Adjustment(LedgerEntry entry, PlannedDelivery planned, String address, boolean reopen) {
	}

}
