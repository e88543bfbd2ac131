package org.salon.notification.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.Forecast;
import org.salon.notification.ledger.ForecastLine;
import org.salon.notification.ledger.PlanLine;
import org.salon.notification.plan.DeliveryKind;

/**
 * All mails of one salon in the order of time.
 *
 * @param past what is due before the moment that it is seen from
 * @param coming what is due later
 */
public record Timeline(List<Step> past, List<Step> coming) {

	private static final Comparator<Step> BY_TIME = Comparator
		.comparing(Step::dueAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
		.thenComparing((step) -> step.line().kind());

	/**
	 * Draws it.
	 * @param ledger says when that was due which is sent
	 */
	static Timeline of(Forecast forecast, List<PlanLine> ledger) {
		List<Step> steps = forecast.lines().stream().map((line) -> step(line, ledger)).sorted(BY_TIME).toList();
		return new Timeline(steps.stream().filter((step) -> !step.isAfter(forecast.at())).toList(),
				steps.stream().filter((step) -> step.isAfter(forecast.at())).toList());
	}

	/** How many would be sent. */
	public int toSend() {
		return this.past.stream().mapToInt(Step::toSend).sum() + this.coming.stream().mapToInt(Step::toSend).sum();
	}

	/** How many are sent. */
	public int sent() {
		return this.past.stream().mapToInt(Step::sent).sum() + this.coming.stream().mapToInt(Step::sent).sum();
	}

	private static Step step(ForecastLine line, List<PlanLine> ledger) {
		if (line.dueAt() != null) {
			return new Step(line, line.dueAt(), line.lastDueAt());
		}
		List<PlanLine> same = ledger.stream().filter((row) -> isOf(row, line)).toList();
		return new Step(line, same.stream().map(PlanLine::dueAt).min(Comparator.naturalOrder()).orElse(null),
				same.stream().map(PlanLine::lastDueAt).max(Comparator.naturalOrder()).orElse(null));
	}

	private static boolean isOf(PlanLine row, ForecastLine line) {
		if (row.kind() != line.kind()) {
			return false;
		}
		int at = row.occurrence().indexOf('@');
		Duration reminder = (row.kind() == DeliveryKind.REMINDER && at > 0)
				? Duration.parse(row.occurrence().substring(0, at)) : null;
		return Objects.equals(reminder, line.reminder());
	}

	/**
	 * All mails of one kind, of reminders of one offset.
	 *
	 * @param dueAt when the first is or was due; unknown, if the ledger has none
	 */
	public record Step(ForecastLine line, @Nullable Instant dueAt, @Nullable Instant lastDueAt) {

		/** Whether all are due at the same moment, as moments are shown. */
		public boolean isAtOnce() {
			return this.dueAt == null || this.lastDueAt == null || this.dueAt.truncatedTo(ChronoUnit.MINUTES)
				.equals(this.lastDueAt.truncatedTo(ChronoUnit.MINUTES));
		}

		int toSend() {
			return this.line.toSend();
		}

		int sent() {
			return this.line.sent();
		}

		boolean isAfter(Instant moment) {
			return this.dueAt != null && this.dueAt.isAfter(moment);
		}

	}

}
