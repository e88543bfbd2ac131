package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.member.Preferences;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.FeedbackGiven;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** What people are told after a salon, while there is no replay. */
class LookingBackTests {

	private static final Instant START = Fixtures.START;

	private static final Instant END = START.plus(Duration.ofHours(2));

	private static final ReminderPolicy NONE = ReminderPolicy.of(List.of());

	private final SalonState state = Fixtures.salon(44, START);

	private final Salon unseen = Salon.after(null, new SalonAnnounced(this.state), 1, Fixtures.LONG_BEFORE);

	private final Salon salon = this.unseen.firstSeen(START);

	private final RegistrationState place = Fixtures.registration(44, UUID.randomUUID(), RegistrationStatus.REGISTERED,
			Fixtures.LONG_BEFORE);

	private final Registration absent = Registration.after(null, new MemberRegistered(this.place), 1,
			Fixtures.LONG_BEFORE);

	private final Registration came = Registration.after(this.absent,
			new AttendanceRecorded(Fixtures.attended(this.place, START)), 2, START);

	@Test
	void asksThoseWhoCameSomeTimeAfterTheEnd() {
		assertThat(plan(this.salon, this.came, START))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::dueAt,
					PlannedDelivery::notAfter, PlannedDelivery::calendar)
			.containsExactly(tuple(DeliveryKind.FEEDBACK_REQUEST, "once", END.plus(Duration.ofHours(2)),
					END.plus(Duration.ofDays(7)), CalendarMethod.NONE));
	}

	@Test
	void missesThoseWhoWereNotSeenAtTheSameTime() {
		assertThat(plan(this.salon, this.absent, START))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::dueAt)
			.containsExactly(tuple(DeliveryKind.FOLLOW_UP, "once", END.plus(Duration.ofHours(2))));
	}

	@Test
	void missesNobodyWhereNobodyIsKnownToHaveCome() {
		assertThat(plan(this.unseen, this.absent, END)).isEmpty();
	}

	@Test
	void givesWhoTicksOffAfterwardsTheTimeToDoSo() {
		Instant ticked = END.plus(Duration.ofHours(20));
		assertThat(plan(this.unseen.firstSeen(ticked), this.absent, ticked)).extracting(PlannedDelivery::dueAt)
			.containsExactly(ticked.plus(Duration.ofHours(2)));
	}

	@Test
	void asksNobodyTwice() {
		Registration rated = Registration.after(this.came, new FeedbackGiven(Fixtures.attended(this.place, START), 5),
				3, END);
		assertThat(plan(this.salon, rated, END)).isEmpty();
	}

	@Test
	void leavesItToTheMailWithTheReplay() {
		Salon replayed = Salon.after(this.salon, new ReplayPublished(this.state, false), 2, END).firstSeen(START);
		for (Registration registration : List.of(this.came, this.absent)) {
			assertThat(plan(replayed, registration, END)).extracting(PlannedDelivery::kind)
				.containsExactly(DeliveryKind.REPLAY);
		}
	}

	@Test
	void saysNothingToThoseWhoWantNoReplays() {
		assertThat(plan(this.salon, this.came, new Preferences(true, true, false), Duration.ofHours(2), END)).isEmpty();
		assertThat(plan(this.salon, this.absent, Preferences.NONE, Duration.ofHours(2), END)).isEmpty();
	}

	@Test
	void saysNothingWhereItIsTurnedOff() {
		assertThat(plan(this.salon, this.came, Preferences.OF_AN_ATTENDEE, null, END)).isEmpty();
		assertThat(plan(this.salon, this.absent, Preferences.OF_AN_ATTENDEE, null, END)).isEmpty();
	}

	@Test
	void saysNothingAfterAWeek() {
		Instant last = END.plus(Duration.ofDays(7));
		assertThat(plan(this.salon, this.came, last.minusSeconds(1))).hasSize(1);
		assertThat(plan(this.salon, this.came, last)).isEmpty();
		assertThat(plan(this.unseen.firstSeen(last.minusSeconds(60)), this.absent, last.minusSeconds(60))).isEmpty();
	}

	@Test
	void saysNothingOfASalonThatWasCalledOff() {
		Salon off = Salon
			.after(this.salon, new SalonCancelled(Fixtures.salon(44, START, "Non-IID 数据集", SalonStatus.CANCELLED, 1)),
					2, START)
			.firstSeen(START);
		assertThat(plan(off, this.came, START)).isEmpty();
	}

	@Test
	void missesNobodyWhoHadNoPlace() {
		for (RegistrationStatus status : List.of(RegistrationStatus.WAITLISTED, RegistrationStatus.PENDING,
				RegistrationStatus.CANCELLED)) {
			Registration without = Registration.after(null,
					new MemberRegistered(Fixtures.with(this.place, status, 1, 0)), 1, Fixtures.LONG_BEFORE);
			assertThat(plan(this.salon, without, START)).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-2H", "P7D" })
	void refusesATimeThatLeavesNone(Duration after) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PlanPolicy(NONE, after))
			.withMessageContaining("SALON_FEEDBACK_AFTER");
	}

	private List<PlannedDelivery> plan(Salon salon, Registration registration, Instant now) {
		return plan(salon, registration, Preferences.OF_AN_ATTENDEE, Duration.ofHours(2), now);
	}

	private static List<PlannedDelivery> plan(Salon salon, Registration registration, Preferences preferences,
			@Nullable Duration after, Instant now) {
		return DeliveryPlan
			.of(salon, registration, preferences, new Told(salon.facts(), true), new PlanPolicy(NONE, after), now)
			.stream()
			.filter((planned) -> planned.kind().looksBack() || planned.kind() == DeliveryKind.REPLAY)
			.toList();
	}

}
