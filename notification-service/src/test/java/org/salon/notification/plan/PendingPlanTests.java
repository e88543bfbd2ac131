package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salon.events.member.Preferences;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.FeedbackGiven;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationConfirmed;
import org.salon.events.registration.RegistrationEvent;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.WaitlistPromoted;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.SalonState;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.member.Member;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Places that wait for an answer, and messages about no place. */
class PendingPlanTests {

	private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

	private static final Instant CONFIRM_BY = NOW.plus(Duration.ofHours(24));

	private static final PlanPolicy POLICY = new PlanPolicy(ReminderPolicy.of(List.of(Duration.ofHours(1))),
			Duration.ofHours(2));

	private final UUID member = UUID.randomUUID();

	private final SalonState state = Fixtures.salon(44, Fixtures.START);

	private final Salon salon = Salon.after(null, new SalonAnnounced(this.state), 1, Fixtures.LONG_BEFORE);

	private final Salon off = Salon.after(this.salon,
			new SalonCancelled(Fixtures.salon(44, Fixtures.START, "Non-IID 数据集", SalonStatus.CANCELLED, 1)), 2, NOW);

	private final Registration checked = after(null, new MemberRegistered(state(RegistrationStatus.PENDING, 1)), 1);

	private final Registration waiting = after(null, new MemberRegistered(state(RegistrationStatus.WAITLISTED, 1)), 1);

	private final Registration offered = after(this.waiting, new WaitlistPromoted(state(RegistrationStatus.PENDING, 1)),
			5);

	@Test
	void checksTheAddressAndNothingElse() {
		assertThat(plan(this.salon, this.checked, null))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::notAfter,
					PlannedDelivery::calendar, PlannedDelivery::fate)
			.containsExactly(tuple(DeliveryKind.ADDRESS_CHECK, "1", CONFIRM_BY, CalendarMethod.NONE, Fate.SEND));
		Registration again = after(this.checked, new MemberRegistered(state(RegistrationStatus.PENDING, 2)), 2);
		assertThat(kinds(plan(this.salon, again, null))).containsExactly("ADDRESS_CHECK 2");
	}

	@Test
	void tellsAnAddressThatIsNotConfirmedOfNoCancellation() {
		assertThat(plan(this.off, this.checked, null)).isEmpty();
	}

	@Test
	void confirmsWhoConfirmedAsANewcomer() {
		Registration confirmed = after(this.checked, new RegistrationConfirmed(state(RegistrationStatus.REGISTERED, 1)),
				2);
		assertThat(plan(this.salon, confirmed, null))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::calendar)
			.startsWith(tuple(DeliveryKind.CONFIRMATION, "1", CalendarMethod.REQUEST))
			.hasSize(2);
		Registration inLine = after(this.checked, new RegistrationConfirmed(state(RegistrationStatus.WAITLISTED, 1)),
				2);
		assertThat(kinds(plan(this.salon, inLine, null))).containsExactly("WAITLISTED 1");
	}

	@Test
	void saysNothingWhenASignUpLapsesThatNobodyConfirmed() {
		assertThat(plan(this.salon, cancelled(this.checked), null)).isEmpty();
		Registration held = after(null, new MemberRegistered(state(RegistrationStatus.REGISTERED, 1)), 1);
		Registration back = after(cancelled(held), new MemberRegistered(state(RegistrationStatus.PENDING, 2)), 3);
		assertThat(plan(this.salon, cancelled(back), null)).isEmpty();
	}

	@Test
	void offersASeatUntilItsTime() {
		assertThat(plan(this.salon, this.offered, told()))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::notAfter,
					PlannedDelivery::calendar)
			.containsExactly(tuple(DeliveryKind.SEAT_OFFERED, "v5", CONFIRM_BY, CalendarMethod.NONE));
		Registration asksAgain = after(this.offered, new MemberRegistered(state(RegistrationStatus.PENDING, 2)), 6);
		assertThat(kinds(plan(this.salon, asksAgain, told()))).containsExactly("SEAT_OFFERED v5-2");
	}

	@Test
	void takesAPendingPlaceForAnOfferIfItsPersonWasInLine() {
		Registration gap = after(this.waiting, new MemberRegistered(state(RegistrationStatus.PENDING, 1)), 9);
		assertThat(gap.offered()).isTrue();
	}

	@Test
	void confirmsAnAcceptedSeatAsToANewcomer() {
		Registration accepted = after(this.offered, new RegistrationConfirmed(state(RegistrationStatus.REGISTERED, 1)),
				6);
		assertThat(kinds(plan(this.salon, accepted, told()))).contains("CONFIRMATION 1")
			.noneMatch((kind) -> kind.startsWith("PROMOTED"));
	}

	@Test
	void tellsWhoDidNotTakeTheSeat() {
		assertThat(plan(this.salon, cancelled(this.offered), told()))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::calendar)
			.containsExactly(tuple(DeliveryKind.WITHDRAWN, "v8", CalendarMethod.NONE));
	}

	@Test
	void tellsWhoIsOfferedASeatOfMovesAndCancellation() {
		Salon moved = Salon.after(this.salon,
				new SalonRescheduled(Fixtures.salon(44, Fixtures.START.plus(Duration.ofDays(1))), this.salon.startsAt(),
						this.salon.endsAt()),
				2, NOW);
		assertThat(kinds(plan(moved, this.offered, told()))).containsExactly("SEAT_OFFERED v5", "RESCHEDULED v2");
		assertThat(kinds(plan(this.off, this.offered, told()))).containsExactly("CANCELLED v2");
	}

	@Test
	void holdsNobodyToWhatAnUnansweredCheckSaid() {
		assertThat(Told.by(DeliveryKind.ADDRESS_CHECK, null, this.salon.facts(), CalendarMethod.NONE)).isNull();
		assertThat(Told.by(DeliveryKind.SEAT_OFFERED, null, this.salon.facts(), CalendarMethod.NONE)).isNotNull();
	}

	@Test
	void keepsWhoCameAndWhoSaidHowItWas() {
		Registration held = after(null, new MemberRegistered(state(RegistrationStatus.REGISTERED, 1)), 1);
		RegistrationState came = Fixtures.attended(state(RegistrationStatus.REGISTERED, 1), Fixtures.START);
		Registration attended = after(held, new AttendanceRecorded(came), 2);
		assertThat(attended.attended()).isTrue();
		assertThat(attended.since()).isEqualTo(held.since());
		Registration rated = after(attended, new FeedbackGiven(came, 4), 3);
		assertThat(after(rated, new MemberRegistered(came), 4).feedbackGiven()).isTrue();
		assertThat(plan(this.salon, rated, null)).isEqualTo(plan(this.salon, held, null));
	}

	@Test
	void checksASubscriptionForTwoDays() {
		assertThat(MemberPlan.of(person(Preferences.NONE, null, 3), NOW))
			.extracting(PlannedDelivery::kind, PlannedDelivery::occurrence, PlannedDelivery::notAfter)
			.containsExactly(tuple(DeliveryKind.SUBSCRIPTION_CHECK, "3", NOW.plus(Duration.ofHours(48))));
		assertThat(MemberPlan.of(person(new Preferences(true, true, true), NOW, 3), NOW)).isEmpty();
		assertThat(MemberPlan.of(person(Preferences.NONE, null, null), NOW)).isEmpty();
	}

	@Test
	void announcesToWhoSubscribedBeforeAndHasNoPlace() {
		Preferences announcements = new Preferences(true, false, false);
		Instant announced = Fixtures.LONG_BEFORE;
		assertThat(MemberPlan.announces(this.salon, person(announcements, announced, null), null)).isTrue();
		assertThat(MemberPlan.announces(this.salon, person(announcements, announced.plusMillis(1), null), null))
			.isFalse();
		assertThat(MemberPlan.announces(this.salon, person(Preferences.NONE, null, null), null)).isFalse();
		assertThat(MemberPlan.announces(this.salon, person(announcements, announced, null), this.waiting)).isFalse();
		assertThat(MemberPlan.announces(this.off, person(announcements, announced, null), null)).isFalse();
	}

	@Test
	void announcesUntilTheStart() {
		assertThat(MemberPlan.announcement(this.salon, NOW)).isNotNull()
			.returns(DeliveryKind.ANNOUNCEMENT, PlannedDelivery::kind)
			.returns(Fixtures.START, PlannedDelivery::notAfter);
		assertThat(MemberPlan.announcement(this.salon, Fixtures.START)).isNull();
		assertThat(MemberPlan.announcement(this.off, NOW)).isNull();
	}

	private Member person(Preferences preferences, @Nullable Instant subscribedAt, @Nullable Integer requested) {
		return new Member(this.member, "", Fixtures.address(this.member), "en", preferences, 0, null, subscribedAt,
				requested, (requested != null) ? NOW : null, 1);
	}

	private Told told() {
		return new Told(this.salon.facts(), false);
	}

	private RegistrationState state(RegistrationStatus status, int confirmationRevision) {
		RegistrationState state = Fixtures.with(Fixtures.registration(44, this.member, status, NOW), status,
				confirmationRevision, 0);
		return (status == RegistrationStatus.PENDING) ? Fixtures.confirmBy(state, CONFIRM_BY) : state;
	}

	private Registration cancelled(Registration before) {
		return after(before, new RegistrationCancelled(state(RegistrationStatus.CANCELLED, 1)), 8);
	}

	private static Registration after(@Nullable Registration before, RegistrationEvent event, long version) {
		return Registration.after(before, event, version, NOW);
	}

	private static List<PlannedDelivery> plan(Salon salon, Registration registration, @Nullable Told told) {
		return DeliveryPlan.of(salon, registration, Preferences.OF_AN_ATTENDEE, told, POLICY, NOW);
	}

	private static List<String> kinds(List<PlannedDelivery> plan) {
		return plan.stream().map((planned) -> planned.kind() + " " + planned.occurrence()).toList();
	}

}
