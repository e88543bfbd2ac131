package org.salon.notification.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.salon.notification.member.Member;
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
		Recipient to = new Recipient(registration.memberId(), registration.id(), registration.salonNumber(), address);
		add(to, plan, entries, (entry) -> close(entry, salon, registration));
	}

	/** Adds what a person's own plan and rows need, which are about no salon. */
	void add(Member member, List<PlannedDelivery> plan, List<LedgerEntry> entries) {
		add(new Recipient(member.id(), null, null, member.email()), plan, entries,
				(entry) -> new Closing(entry, LedgerState.CANCELLED, "it is settled, or was asked for again"));
	}

	private void add(Recipient to, List<PlannedDelivery> plan, List<LedgerEntry> entries,
			Function<LedgerEntry, Closing> closing) {
		Map<String, LedgerEntry> unplanned = new LinkedHashMap<>();
		entries.forEach((entry) -> unplanned.put(entry.kind() + " " + entry.occurrence(), entry));
		for (PlannedDelivery planned : plan) {
			LedgerEntry entry = unplanned.remove(planned.kind() + " " + planned.occurrence());
			if (entry == null) {
				this.insertions.add(new Insertion(to, planned));
			}
			else {
				bring(entry, planned, to.address());
			}
		}
		unplanned.values()
			.stream()
			.filter(LedgerEntry::open)
			.forEach((entry) -> this.closings.add(closing.apply(entry)));
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
			return new Closing(entry, LedgerState.CANCELLED, (registration.offered() || !registration.held())
					? "it was not confirmed, or given back" : "the place was given back");
		}
		if (salon.cancelled()) {
			return new Closing(entry, LedgerState.CANCELLED, "the salon is called off");
		}
		return switch (entry.kind()) {
			case REMINDER -> new Closing(entry, LedgerState.CANCELLED, "the salon was moved, or reminders are others");
			case REPLAY -> new Closing(entry, LedgerState.CANCELLED, "the person wants no replays");
			case FEEDBACK_REQUEST, FOLLOW_UP -> lookedBack(entry, salon, registration);
			case CONFIRMATION, WAITLISTED, PROMOTED, WITHDRAWN, RESCHEDULED, CHANGED, CANCELLED, ADDRESS_CHECK,
					SEAT_OFFERED, SUBSCRIPTION_CHECK, ANNOUNCEMENT, MESSAGE, ORGANISER_DIGEST ->
				new Closing(entry, LedgerState.SUPERSEDED, "a later mail says what is so now");
		};
	}

	private static Closing lookedBack(LedgerEntry entry, Salon salon, Registration registration) {
		if (registration.feedbackGiven()) {
			return new Closing(entry, LedgerState.CANCELLED, "the person has said how it was");
		}
		if (entry.kind() == DeliveryKind.FOLLOW_UP && registration.attended()) {
			return new Closing(entry, LedgerState.CANCELLED, "the person was there");
		}
		return (salon.replayVersion() != null)
				? new Closing(entry, LedgerState.SUPERSEDED, "the mail with the replay says the same")
				: new Closing(entry, LedgerState.CANCELLED, "the person wants no such mails, or its time is over");
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

	/** To whom, and about what: a place, a salon, or neither. */
	record Recipient(UUID memberId, @Nullable UUID registrationId, @Nullable Integer salonNumber, String address) {
	}

	/** A message that was not planned before. */
	record Insertion(Recipient to, PlannedDelivery planned) {

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
