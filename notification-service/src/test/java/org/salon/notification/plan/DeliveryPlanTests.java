package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.events.member.Preferences;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.events.salon.Amendment;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class DeliveryPlanTests {

	private static final Instant START = Fixtures.START;

	private static final Instant END = START.plus(Duration.ofHours(2));

	private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

	private static final PlanPolicy DAY_AND_HOUR = new PlanPolicy(
			ReminderPolicy.of(List.of(Duration.ofHours(1), Duration.ofHours(24))), Duration.ofHours(2));

	private final UUID member = UUID.randomUUID();

	private final SalonState state = Fixtures.salon(44, START);

	private final Salon salon = Salon.after(null, new SalonAnnounced(this.state), 1, Fixtures.LONG_BEFORE);

	private final RegistrationState place = Fixtures.registration(44, this.member, RegistrationStatus.REGISTERED, NOW);

	private final Registration registered = Registration.after(null, new MemberRegistered(this.place), 1, NOW);

	@Test
	void plansNothingWhileTheSalonIsUnknown() {
		assertThat(DeliveryPlan.of(null, this.registered, Preferences.OF_AN_ATTENDEE, null, DAY_AND_HOUR, NOW))
			.isEmpty();
	}

	@Test
	void plansConfirmationAndReminders() {
		assertThat(plan(this.salon, this.registered, null))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::dueAt,
					PlannedDelivery::notAfter, PlannedDelivery::calendar, PlannedDelivery::fate)
			.containsExactly(tuple(DeliveryKind.CONFIRMATION, "1", NOW, END, CalendarMethod.REQUEST, Fate.SEND),
					tuple(DeliveryKind.REMINDER, "PT24H@" + START, START.minus(Duration.ofHours(24)),
							START.minus(Duration.ofHours(2)), CalendarMethod.REQUEST, Fate.SEND),
					tuple(DeliveryKind.REMINDER, "PT1H@" + START, START.minus(Duration.ofHours(1)),
							START.minus(Duration.ofMinutes(1)), CalendarMethod.REQUEST, Fate.SEND));
	}

	@Test
	void reminderHasNoCalendarOnceTheConfirmationWentOut() {
		assertThat(plan(this.salon, this.registered, new Told(this.salon.facts(), true)))
			.filteredOn((planned) -> planned.kind() == DeliveryKind.REMINDER)
			.extracting(PlannedDelivery::calendar)
			.containsOnly(CalendarMethod.NONE);
	}

	@Test
	void saysNothingOfAnotherMeetingAddress() {
		Salon elsewhere = Salon.after(this.salon,
				new SalonChanged(Fixtures.joinedBy(this.state, "https://other.example.org"), List.of("joinLinks")), 2,
				NOW);
		assertThat(kinds(plan(elsewhere, this.registered, new Told(this.salon.facts(), true))))
			.noneMatch((kind) -> kind.startsWith("CHANGED"));
	}

	@Test
	void tellsThoseInLineOnlyThatTheyAre() {
		assertThat(plan(this.salon, at(RegistrationStatus.WAITLISTED), null))
			.extracting(PlannedDelivery::kind, PlannedDelivery::calendar)
			.containsExactly(tuple(DeliveryKind.WAITLISTED, CalendarMethod.NONE));
	}

	@Test
	void tellsWhoMovedUpOnceAndNotAsAConfirmation() {
		Registration waiting = at(RegistrationStatus.WAITLISTED);
		Registration promoted = Registration.after(waiting, new WaitlistPromoted(this.place), 5, NOW.plusSeconds(60));
		assertThat(plan(this.salon, promoted, null)).extracting(PlannedDelivery::kind, PlannedDelivery::occurrence)
			.startsWith(tuple(DeliveryKind.PROMOTED, "v5"))
			.noneMatch((planned) -> planned.toList().contains(DeliveryKind.CONFIRMATION));
		Registration asksAgain = Registration.after(promoted,
				new MemberRegistered(Fixtures.with(this.place, RegistrationStatus.REGISTERED, 2, 0)), 6, NOW);
		assertThat(kinds(plan(this.salon, asksAgain, null))).contains("CONFIRMATION 2").doesNotContain("PROMOTED v5");
	}

	@Test
	void confirmsAgainWhenAskedAgain() {
		Registration again = Registration.after(this.registered,
				new MemberRegistered(Fixtures.with(this.place, RegistrationStatus.REGISTERED, 2, 0)), 2, NOW);
		assertThat(kinds(plan(this.salon, again, null))).contains("CONFIRMATION 2").doesNotContain("CONFIRMATION 1");
	}

	@Test
	void withdrawalTakesTheCalendarEntryOutIfThereIsOne() {
		Registration gone = Registration.after(this.registered,
				new RegistrationCancelled(Fixtures.with(this.place, RegistrationStatus.CANCELLED, 1, 1)), 7, NOW);
		assertThat(plan(this.salon, gone, new Told(this.salon.facts(), true)))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::calendar)
			.containsExactly(tuple(DeliveryKind.WITHDRAWN, "v7", CalendarMethod.CANCEL));
		assertThat(plan(this.salon, gone, null)).extracting(PlannedDelivery::calendar)
			.containsExactly(CalendarMethod.NONE);
	}

	@Test
	void saysNothingWhenAPlaceNeverHeldIsGivenBack() {
		assertThat(
				plan(this.salon,
						Registration.after(at(RegistrationStatus.PENDING),
								new RegistrationCancelled(
										Fixtures.with(this.place, RegistrationStatus.CANCELLED, 1, 0)),
								2, NOW),
						null))
			.isEmpty();
	}

	@Test
	void oneNoticeTellsOfManyMoves() {
		Salon moved = this.salon;
		for (int version = 2; version <= 6; version++) {
			moved = moved(moved, START.plus(Duration.ofDays(version)), version);
		}
		List<PlannedDelivery> plan = plan(moved, this.registered, new Told(this.salon.facts(), true));
		assertThat(kinds(plan)).contains("RESCHEDULED v6").doesNotContain("RESCHEDULED v5");
		assertThat(plan).filteredOn((planned) -> planned.kind() == DeliveryKind.REMINDER)
			.extracting(PlannedDelivery::dueAt)
			.containsExactly(START.plus(Duration.ofDays(5)), START.plus(Duration.ofDays(6)).minus(Duration.ofHours(1)));
	}

	@Test
	void saysNothingOfAMoveTakenBack() {
		Salon back = moved(moved(this.salon, START.plus(Duration.ofDays(1)), 2), START, 3);
		assertThat(kinds(plan(back, this.registered, new Told(this.salon.facts(), true))))
			.noneMatch((kind) -> kind.startsWith("RESCHEDULED"));
	}

	@Test
	void saysNothingOfAMoveToWhomTheConfirmationHasItAnyway() {
		assertThat(kinds(plan(moved(this.salon, START.plus(Duration.ofDays(1)), 2), this.registered, null)))
			.noneMatch((kind) -> kind.startsWith("RESCHEDULED"))
			.contains("CONFIRMATION 1");
	}

	@Test
	void tellsOfAChangeThatMattersToAnAttendeeOnly() {
		Told told = new Told(this.salon.facts(), true);
		Salon renamed = Salon.after(this.salon,
				new SalonChanged(Fixtures.salon(44, START, "Other", SalonStatus.ANNOUNCED, 1), List.of("title")), 2,
				NOW);
		assertThat(plan(renamed, this.registered, told)).extracting(PlannedDelivery::kind, PlannedDelivery::calendar)
			.contains(tuple(DeliveryKind.CHANGED, CalendarMethod.REQUEST));
		Salon withMaterial = Salon.after(this.salon, new ReplayPublished(this.state, true), 2, NOW);
		assertThat(kinds(plan(withMaterial, this.registered, told))).noneMatch((kind) -> kind.startsWith("CHANGED"));
	}

	@Test
	void waitingPeopleHearOfAMoveWithoutACalendar() {
		assertThat(plan(moved(this.salon, START.plus(Duration.ofDays(1)), 2), at(RegistrationStatus.WAITLISTED),
				new Told(this.salon.facts(), false)))
			.extracting(PlannedDelivery::kind, PlannedDelivery::calendar)
			.contains(tuple(DeliveryKind.RESCHEDULED, CalendarMethod.NONE));
	}

	@Test
	void cancellationReplacesAllElse() {
		Salon off = Salon.after(this.salon,
				new SalonCancelled(Fixtures.salon(44, START, "Non-IID 数据集", SalonStatus.CANCELLED, 1)), 4, NOW);
		assertThat(plan(off, this.registered, new Told(this.salon.facts(), true)))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::calendar)
			.containsExactly(tuple(DeliveryKind.CANCELLED, "v4", CalendarMethod.CANCEL));
		assertThat(plan(off, at(RegistrationStatus.WAITLISTED), null)).extracting(PlannedDelivery::calendar)
			.containsExactly(CalendarMethod.NONE);
	}

	@Test
	void suppressesAReminderWhoseTimeHadPassedWhenThePersonCame() {
		Instant late = START.minus(Duration.ofHours(5));
		Registration latecomer = Registration.after(null,
				new MemberRegistered(Fixtures.registration(44, this.member, RegistrationStatus.REGISTERED, late)), 1,
				late.plusSeconds(30));
		assertThat(reminders(DeliveryPlan.of(this.salon, latecomer, Preferences.OF_AN_ATTENDEE, null, DAY_AND_HOUR,
				late.plusSeconds(60))))
			.extracting(PlannedDelivery::fate)
			.containsExactly(Fate.SUPPRESS, Fate.SEND);
	}

	@Test
	void sendsAReminderThatCameDueWhileTheSystemWasAway() {
		Instant back = START.minus(Duration.ofHours(3));
		assertThat(reminders(
				DeliveryPlan.of(this.salon, this.registered, Preferences.OF_AN_ATTENDEE, null, DAY_AND_HOUR, back)))
			.extracting(PlannedDelivery::fate)
			.containsExactly(Fate.SEND, Fate.SEND);
	}

	@Test
	void expiresAReminderForWhichThereIsNoTimeLeft() {
		Instant back = START.minus(Duration.ofHours(2));
		assertThat(reminders(
				DeliveryPlan.of(this.salon, this.registered, Preferences.OF_AN_ATTENDEE, null, DAY_AND_HOUR, back)))
			.extracting(PlannedDelivery::fate)
			.containsExactly(Fate.EXPIRE, Fate.SEND);
	}

	@Test
	void suppressesAReminderWhoseTimeHadPassedWhenTheSalonWasMoved() {
		Instant movedAt = NOW.plus(Duration.ofDays(1));
		Salon sooner = Salon.after(this.salon,
				new SalonRescheduled(Fixtures.salon(44, movedAt.plus(Duration.ofHours(5))), START, END), 2, movedAt);
		assertThat(reminders(DeliveryPlan.of(sooner, this.registered, Preferences.OF_AN_ATTENDEE,
				new Told(this.salon.facts(), true), DAY_AND_HOUR, movedAt)))
			.extracting(PlannedDelivery::fate)
			.containsExactly(Fate.SUPPRESS, Fate.SEND);
	}

	@Test
	void suppressesRemindersThatAreNotWanted() {
		assertThat(reminders(DeliveryPlan.of(this.salon, this.registered, Preferences.NONE, null, DAY_AND_HOUR, NOW)))
			.extracting(PlannedDelivery::fate)
			.containsOnly(Fate.SUPPRESS);
	}

	@Test
	void tellsOfTheReplayThoseWhoHadRegisteredAndWantIt() {
		Salon held = Salon.after(this.salon, new ReplayPublished(this.state, false), 9, END.plusSeconds(60));
		Salon corrected = Salon.after(held, new ReplayPublished(this.state, true), 10, END.plusSeconds(90));
		assertThat(kinds(DeliveryPlan.of(corrected, this.registered, Preferences.OF_AN_ATTENDEE,
				new Told(this.salon.facts(), true), DAY_AND_HOUR, END.plusSeconds(100))))
			.contains("REPLAY v9")
			.doesNotContain("REPLAY v10");
		assertThat(kinds(DeliveryPlan.of(held, this.registered, Preferences.NONE, null, DAY_AND_HOUR, END)))
			.noneMatch((kind) -> kind.startsWith("REPLAY"));
		Salon early = Salon.after(this.salon, new ReplayPublished(this.state, false), 9, NOW.minusSeconds(60));
		assertThat(kinds(plan(early, this.registered, null))).noneMatch((kind) -> kind.startsWith("REPLAY"));
	}

	@Test
	void tellsNobodyOfWhatIsMendedAfterTheEnd() {
		Told told = new Told(this.salon.facts(), true);
		Instant mendedAt = END.plus(Duration.ofDays(2));
		Salon mended = Salon.after(this.salon,
				new SalonRescheduled(Fixtures.salon(44, START.minus(Duration.ofDays(1)), "Other", SalonStatus.HELD, 1),
						START, END),
				9, mendedAt);
		assertThat(kinds(
				DeliveryPlan.of(mended, this.registered, Preferences.OF_AN_ATTENDEE, told, DAY_AND_HOUR, mendedAt)))
			.containsExactly("CONFIRMATION 1");
	}

	@Test
	void tellsOfTheReplayAgainForEachVersionThatIsPublishedAnew() {
		Salon held = Salon.after(this.salon, new ReplayPublished(this.state, false), 9, END.plusSeconds(60));
		Salon again = Salon.after(held,
				new ReplayPublished(this.state, false, new Amendment(List.of("links"), "the recording was moved")), 10,
				END.plusSeconds(90));
		assertThat(kinds(DeliveryPlan.of(again, this.registered, Preferences.OF_AN_ATTENDEE,
				new Told(this.salon.facts(), true), DAY_AND_HOUR, END.plusSeconds(100))))
			.contains("REPLAY v10")
			.doesNotContain("REPLAY v9");
	}

	@Test
	void comesToTheSameWhicheverOrderItIsKnownIn() {
		List<PlannedDelivery> salonFirst = plan(this.salon, this.registered, null);
		Registration known = Registration.after(null, new MemberRegistered(this.place), 1, NOW);
		Salon later = Salon.after(null, new SalonAnnounced(this.state), 1, Fixtures.LONG_BEFORE);
		assertThat(plan(later, known, null)).isEqualTo(salonFirst);
	}

	@ParameterizedTest
	@CsvSource({ "PT24H, PT24H;PT1H, PT2H", "PT1H, PT24H;PT1H, PT1M", "PT60S, PT60S;PT20S, PT40S",
			"PT20S, PT60S;PT20S, PT10S", "PT48H, PT1H;PT48H;PT24H;PT2H, PT36H", "PT24H, PT1H;PT48H;PT24H;PT2H, PT4H",
			"PT2M, PT2M, PT1M", "PT90S, PT90S, PT45S", "PT24H, PT24H;PT20H, PT22H" })
	void closesTheWindowOfAReminder(Duration offset, String offsets, Duration closes) {
		ReminderPolicy policy = ReminderPolicy
			.of(java.util.Arrays.stream(offsets.split(";")).map(Duration::parse).toList());
		assertThat(Duration.between(policy.notAfter(START, offset), START)).isEqualTo(closes);
	}

	@Test
	void refusesAReminderAfterTheStart() {
		assertThatIllegalArgumentException().isThrownBy(() -> ReminderPolicy.of(List.of(Duration.ofHours(-1))));
	}

	private static Salon moved(Salon before, Instant start, long version) {
		return Salon.after(before, new SalonRescheduled(Fixtures.salon(44, start), before.startsAt(), before.endsAt()),
				version, NOW);
	}

	private Registration at(RegistrationStatus status) {
		return Registration.after(null, new MemberRegistered(Fixtures.with(this.place, status, 1, 0)), 1, NOW);
	}

	private static List<PlannedDelivery> plan(Salon salon, Registration registration, Told told) {
		return DeliveryPlan.of(salon, registration, Preferences.OF_AN_ATTENDEE, told, DAY_AND_HOUR, NOW);
	}

	private static List<PlannedDelivery> reminders(List<PlannedDelivery> plan) {
		return plan.stream().filter((planned) -> planned.kind() == DeliveryKind.REMINDER).toList();
	}

	private static List<String> kinds(List<PlannedDelivery> plan) {
		return plan.stream().map((planned) -> planned.kind() + " " + planned.occurrence()).toList();
	}

}
