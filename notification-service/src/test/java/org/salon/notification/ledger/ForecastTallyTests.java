package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.salon.notification.Fixtures;
import org.salon.notification.ledger.ForecastLine.NotSent;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.plan.PlannedDelivery.Fate;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTallyTests {

	private static final Instant START = Fixtures.START;

	private final ForecastTally tally = new ForecastTally();

	@Test
	void countsWhoeverIsToGetIt() {
		this.tally.add(List.of(reminder(24), reminder(1)), List.of(), false);
		this.tally.add(List.of(reminder(24), reminder(1)), List.of(entry(reminder(24), LedgerState.PLANNED, false)),
				false);
		assertThat(this.tally.lines()).containsExactly(line(reminder(24), 2, 0, 0), line(reminder(1), 2, 0, 0));
	}

	@ParameterizedTest
	@EnumSource(value = LedgerState.class, names = { "SENDING", "SENT", "UNKNOWN" })
	void takesForSentWhatTheServerMayHave(LedgerState state) {
		this.tally.add(List.of(reminder(1)), List.of(entry(reminder(1), state, false)), false);
		assertThat(this.tally.lines()).singleElement()
			.satisfies((line) -> assertThat(line.sent()).isEqualTo(1))
			.satisfies((line) -> assertThat(line.toSend()).isZero())
			.satisfies((line) -> assertThat(line.dueAt()).isNull());
	}

	@ParameterizedTest
	@EnumSource(value = LedgerState.class, names = { "PLANNED", "LEASED", "RETRY" })
	void callsOffWhatThePlanNoLongerHas(LedgerState state) {
		this.tally.add(List.of(), List.of(entry(reminder(24), state, false)), false);
		assertThat(this.tally.lines()).singleElement()
			.satisfies((line) -> assertThat(line.calledOff()).isEqualTo(1))
			.satisfies((line) -> assertThat(line.reminder()).isEqualTo(Duration.ofHours(24)));
	}

	@ParameterizedTest
	@EnumSource(value = LedgerState.class, mode = Mode.EXCLUDE,
			names = { "PLANNED", "LEASED", "RETRY", "SENDING", "SENT", "UNKNOWN" })
	void sendsNothingAgainThatASenderClosed(LedgerState state) {
		this.tally.add(List.of(reminder(1)), List.of(entry(reminder(1), state, false)), false);
		assertThat(refusals()).containsExactly(new NotSent(state, ForecastTally.reason(state), 1));
	}

	@ParameterizedTest
	@EnumSource(value = LedgerState.class, names = { "CANCELLED", "SUPPRESSED" })
	void sendsAfterAllWhatThePlanClosedAndHasAgain(LedgerState state) {
		this.tally.add(List.of(reminder(1)), List.of(entry(reminder(1), state, true)), false);
		assertThat(this.tally.lines()).containsExactly(line(reminder(1), 1, 0, 0));
	}

	@Test
	void saysWhyNotByReason() {
		for (Fate fate : List.of(Fate.SUPPRESS, Fate.SUPPRESS, Fate.EXPIRE)) {
			this.tally.add(List.of(reminder(1, fate)), List.of(), false);
		}
		this.tally.add(List.of(reminder(1)), List.of(), true);
		assertThat(refusals()).containsExactly(new NotSent(LedgerState.EXPIRED, "as EXPIRE", 1),
				new NotSent(LedgerState.SUPPRESSED, "as SUPPRESS", 2),
				new NotSent(LedgerState.SUPPRESSED, "the address takes no mail", 1));
	}

	@Test
	void keepsOneLineHoweverManyThereAre() {
		for (int i = 0; i < 10_000; i++) {
			this.tally.add(List.of(reminder(1)), List.of(), false);
		}
		assertThat(this.tally.lines()).containsExactly(line(reminder(1), 10_000, 0, 0));
	}

	private List<NotSent> refusals() {
		return this.tally.lines().getFirst().notSent();
	}

	private static PlannedDelivery reminder(int hours) {
		return reminder(hours, Fate.SEND);
	}

	private static PlannedDelivery reminder(int hours, Fate fate) {
		Duration offset = Duration.ofHours(hours);
		return new PlannedDelivery(DeliveryKind.REMINDER, offset + "@" + START, START.minus(offset), START,
				CalendarMethod.NONE, fate, (fate != Fate.SEND) ? "as " + fate : null);
	}

	private static LedgerEntry entry(PlannedDelivery planned, LedgerState state, boolean byPlan) {
		return new LedgerEntry(UUID.randomUUID(), UUID.randomUUID(), planned.kind(), planned.occurrence(), state, false,
				byPlan, planned.notAfter(), "someone@example.org");
	}

	private static ForecastLine line(PlannedDelivery planned, int toSend, int sent, int calledOff) {
		return new ForecastLine(planned.kind(), Duration.between(planned.dueAt(), START), toSend, planned.dueAt(),
				planned.dueAt(), planned.notAfter(), sent, calledOff, List.of());
	}

}
