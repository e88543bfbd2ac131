package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.ForecastLine.NotSent;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.plan.PlannedDelivery.Fate;

/**
 * Counts what would become of messages. It keeps one line for each kind and offset,
 * however many people there are.
 */
final class ForecastTally {

	static final String NO_MAIL = "the address takes no mail";

	private final Map<Key, Line> lines = new HashMap<>();

	/**
	 * Adds one person's plan, and what the ledger has of it.
	 * @param suppressed whether the address takes no mail
	 */
	void add(List<PlannedDelivery> plan, List<LedgerEntry> entries, boolean suppressed) {
		Map<String, LedgerEntry> unplanned = new HashMap<>();
		entries.forEach((entry) -> unplanned.put(entry.kind() + " " + entry.occurrence(), entry));
		for (PlannedDelivery planned : plan) {
			LedgerEntry entry = unplanned.remove(planned.kind() + " " + planned.occurrence());
			line(planned.kind(), planned.occurrence()).add(planned, entry, suppressed);
		}
		for (LedgerEntry entry : unplanned.values()) {
			if (handedOver(entry)) {
				line(entry.kind(), entry.occurrence()).sent++;
			}
			else if (entry.open()) {
				line(entry.kind(), entry.occurrence()).calledOff++;
			}
		}
	}

	/** Adds so many messages that are to be sent. */
	void send(PlannedDelivery planned, int recipients) {
		line(planned.kind(), planned.occurrence()).send(planned, recipients);
	}

	void sent(DeliveryKind kind, int recipients) {
		line(kind, "").sent += recipients;
	}

	void callOff(DeliveryKind kind, int recipients) {
		line(kind, "").calledOff += recipients;
	}

	void refuse(DeliveryKind kind, LedgerState state, String reason, int recipients) {
		line(kind, "").refuse(state, reason, recipients);
	}

	/** In the order in which they are due; first what is not due any more. */
	List<ForecastLine> lines() {
		return this.lines.entrySet()
			.stream()
			.map((entry) -> entry.getValue().of(entry.getKey()))
			.sorted(Comparator.comparing(ForecastLine::dueAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
				.thenComparing(ForecastLine::kind)
				.thenComparing(ForecastLine::reminder, Comparator.nullsFirst(Comparator.<Duration>reverseOrder())))
			.toList();
	}

	/** Why a message in that state is not sent any more. */
	static String reason(LedgerState closed) {
		return switch (closed) {
			case FAILED -> "the mail server refused it";
			case EXPIRED -> "its time passed before it could be sent";
			case SUPPRESSED -> NO_MAIL;
			case SUPERSEDED -> "another mail says the same";
			default -> "it was needless when it was due";
		};
	}

	private static boolean handedOver(LedgerEntry entry) {
		return entry.unknown() || switch (entry.state()) {
			case SENT, SENDING, UNKNOWN -> true;
			default -> false;
		};
	}

	private Line line(DeliveryKind kind, String occurrence) {
		return this.lines.computeIfAbsent(new Key(kind, (kind == DeliveryKind.REMINDER) ? occurrence : ""),
				(key) -> new Line());
	}

	/** Reminders of the same offset for another start are others. */
	private record Key(DeliveryKind kind, String occurrence) {

		@Nullable Duration reminder() {
			int at = this.occurrence.indexOf('@');
			return (at > 0) ? Duration.parse(this.occurrence.substring(0, at)) : null;
		}

	}

	private static final class Line {

		private final Map<Refusal, Integer> refused = new TreeMap<>(
				Comparator.comparing(Refusal::state).thenComparing(Refusal::reason));

		private int toSend;

		private int sent;

		private int calledOff;

		private @Nullable Instant dueAt;

		private @Nullable Instant lastDueAt;

		private @Nullable Instant notAfter;

		private void add(PlannedDelivery planned, @Nullable LedgerEntry entry, boolean suppressed) {
			if (entry != null && handedOver(entry)) {
				this.sent++;
			}
			else if (entry != null && !entry.open() && !entry.mayReopen()) {
				refuse(entry.state(), reason(entry.state()), 1);
			}
			else if (planned.fate() != Fate.SEND) {
				reckon(planned);
				refuse((planned.fate() == Fate.SUPPRESS) ? LedgerState.SUPPRESSED : LedgerState.EXPIRED,
						String.valueOf(planned.reason()), 1);
			}
			else if (suppressed) {
				refuse(LedgerState.SUPPRESSED, NO_MAIL, 1);
			}
			else {
				send(planned, 1);
			}
		}

		private void send(PlannedDelivery planned, int recipients) {
			reckon(planned);
			this.toSend += recipients;
		}

		private void refuse(LedgerState state, String reason, int recipients) {
			this.refused.merge(new Refusal(state, reason), recipients, Integer::sum);
		}

		private void reckon(PlannedDelivery planned) {
			this.dueAt = (this.dueAt == null || planned.dueAt().isBefore(this.dueAt)) ? planned.dueAt() : this.dueAt;
			this.lastDueAt = later(this.lastDueAt, planned.dueAt());
			this.notAfter = later(this.notAfter, planned.notAfter());
		}

		private static Instant later(@Nullable Instant one, Instant other) {
			return (one == null || other.isAfter(one)) ? other : one;
		}

		private ForecastLine of(Key key) {
			List<NotSent> notSent = new ArrayList<>();
			this.refused.forEach(
					(refusal, recipients) -> notSent.add(new NotSent(refusal.state(), refusal.reason(), recipients)));
			return new ForecastLine(key.kind(), key.reminder(), this.toSend, this.dueAt, this.lastDueAt, this.notAfter,
					this.sent, this.calledOff, notSent);
		}

	}

	private record Refusal(LedgerState state, String reason) {
	}

}
