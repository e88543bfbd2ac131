package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.salon.events.member.Preferences;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonState;
import org.salon.notification.Fixtures;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Reminders that one salon has instead of the club's. */
class SalonRemindersTests {

	private static final Instant START = Fixtures.START;

	private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

	private static final PlanPolicy CLUB = new PlanPolicy(
			ReminderPolicy.of(List.of(Duration.ofHours(24), Duration.ofHours(1))), null);

	private final SalonState state = Fixtures.salon(44, START);

	private final Salon salon = Salon.after(null, new SalonAnnounced(this.state), 1, Fixtures.LONG_BEFORE);

	private final Registration registered = Registration.after(null,
			new MemberRegistered(
					Fixtures.registration(44, UUID.randomUUID(), RegistrationStatus.REGISTERED, Fixtures.LONG_BEFORE)),
			1, Fixtures.LONG_BEFORE);

	@Test
	void takeThePlaceOfTheClubs() {
		assertThat(reminders(set(List.of(Duration.ofMinutes(5), Duration.ofHours(48)), NOW), NOW))
			.extracting(PlannedDelivery::occurrence, PlannedDelivery::dueAt, PlannedDelivery::notAfter,
					PlannedDelivery::fate)
			.containsExactly(
					tuple("PT48H@" + START, START.minus(Duration.ofHours(48)), START.minus(Duration.ofMinutes(10)),
							Fate.SEND),
					tuple("PT5M@" + START, START.minus(Duration.ofMinutes(5)), START.minus(Duration.ofMinutes(1)),
							Fate.SEND));
	}

	@Test
	void canBeNone() {
		assertThat(reminders(set(List.of(), NOW), NOW)).isEmpty();
	}

	@Test
	void giveThePlaceBack() {
		Salon none = set(List.of(), NOW);
		Salon again = Salon.after(none, new SalonChanged(this.state, List.of("reminders")), 3, NOW);
		assertThat(reminders(again, NOW)).isEqualTo(reminders(this.salon, NOW)).hasSize(2);
	}

	@Test
	void areNotSentWhoseTimeHadPassedWhenTheyWereSet() {
		Instant late = START.minus(Duration.ofHours(3));
		assertThat(reminders(set(List.of(Duration.ofHours(4), Duration.ofHours(2)), late), late))
			.extracting(PlannedDelivery::fate, PlannedDelivery::reason)
			.containsExactly(tuple(Fate.SUPPRESS, "its time had passed when the salon's reminders were set"),
					tuple(Fate.SEND, null));
	}

	@Test
	void keepTheMomentInWhichTheyWereSet() {
		Salon set = set(List.of(Duration.ofHours(2)), NOW);
		SalonState renamed = Fixtures.remindedBy(Fixtures.salon(44, START, "Other", this.state.status(), 1),
				List.of(Duration.ofHours(2)));
		Salon later = Salon.after(set, new SalonChanged(renamed, List.of("title")), 3, START.minusSeconds(60));
		assertThat(later.remindersSetAt()).isEqualTo(NOW);
		assertThat(this.salon.remindersSetAt()).isNull();
	}

	@Test
	void makeNoNoticeOfAChange() {
		assertThat(DeliveryPlan.of(set(List.of(), NOW), this.registered, Preferences.OF_AN_ATTENDEE,
				new Told(this.salon.facts(), true), CLUB, NOW))
			.extracting(PlannedDelivery::kind)
			.containsExactly(DeliveryKind.CONFIRMATION);
	}

	private Salon set(List<Duration> offsets, Instant at) {
		return Salon.after(this.salon, new SalonChanged(Fixtures.remindedBy(this.state, offsets), List.of("reminders")),
				2, at);
	}

	private List<PlannedDelivery> reminders(Salon salon, Instant now) {
		return DeliveryPlan.of(salon, this.registered, Preferences.OF_AN_ATTENDEE, null, CLUB, now)
			.stream()
			.filter((planned) -> planned.kind() == DeliveryKind.REMINDER)
			.toList();
	}

}
