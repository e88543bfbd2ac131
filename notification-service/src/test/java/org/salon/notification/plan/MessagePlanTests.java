package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.events.member.Preferences;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.registration.Registration;
import org.salon.notification.registration.Standing;
import org.salon.notification.salon.Salon;

import static org.assertj.core.api.Assertions.assertThat;

class MessagePlanTests {

	private static final Salon SALON = Salon.after(null, new SalonAnnounced(Fixtures.salon(44, Fixtures.START)), 1,
			Fixtures.LONG_BEFORE);

	private static final Preferences SOMETHING = new Preferences(false, false, true);

	@ParameterizedTest
	@CsvSource({ "HOLDERS, REGISTERED, true, false, true", "HOLDERS, WAITLISTED, true, false, false",
			"HOLDERS, PENDING, true, false, false", "IN_LINE, WAITLISTED, true, false, true",
			"IN_LINE, REGISTERED, true, false, false", "CANCELLED, CANCELLED, true, false, true",
			"CANCELLED, CANCELLED, false, false, false", "ATTENDED, REGISTERED, true, true, true",
			"ATTENDED, REGISTERED, true, false, false", "ATTENDED, CANCELLED, true, true, false",
			"ABSENT, REGISTERED, true, false, true", "ABSENT, REGISTERED, true, true, false",
			"ABSENT, WAITLISTED, true, false, false" })
	void isForThoseThatWereChosen(Audience audience, Standing standing, boolean held, boolean seen, boolean meant) {
		assertThat(MessagePlan.isFor(Set.of(audience), place(standing, held, seen ? Fixtures.START : null), SOMETHING))
			.isEqualTo(meant);
	}

	@Test
	void isForNobodyWhoHasEndedAll() {
		Registration place = place(Standing.REGISTERED, true, null);
		Set<Audience> holders = Set.of(Audience.HOLDERS, Audience.ABSENT);
		assertThat(MessagePlan.isFor(holders, place, new Preferences(false, false, false))).isFalse();
		assertThat(MessagePlan.isFor(holders, place, new Preferences(true, false, false))).isTrue();
		assertThat(MessagePlan.isFor(holders, place, new Preferences(false, true, false))).isTrue();
		assertThat(MessagePlan.isFor(Set.of(), place, SOMETHING)).isFalse();
	}

	@Test
	void isOfUseUntilTheEndOrForAWeekAfterwards() {
		assertThat(MessagePlan.notAfter(SALON, SALON.startsAt().minusSeconds(1))).isEqualTo(SALON.endsAt());
		assertThat(MessagePlan.notAfter(SALON, SALON.startsAt())).isEqualTo(SALON.startsAt().plus(Duration.ofDays(7)));
	}

	@Test
	void waitsForTheMorningUnlessThatWouldBeTooLate() {
		QuietHours nights = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
		ZoneId zone = ZoneId.of("Asia/Shanghai");
		Instant night = Instant.parse("2026-06-06T20:00:00Z");
		assertThat(nights.holds(DeliveryKind.MESSAGE, night, zone, Fixtures.START))
			.isEqualTo(Instant.parse("2026-06-07T00:00:00Z"));
		assertThat(nights.holds(DeliveryKind.MESSAGE, night, zone, Instant.parse("2026-06-06T23:00:00Z"))).isNull();
	}

	@Test
	void goesBehindWhatPeopleWaitFor() {
		assertThat(DeliveryKind.MESSAGE.priority()).isGreaterThan(DeliveryKind.CONFIRMATION.priority())
			.isGreaterThan(DeliveryKind.REMINDER.priority())
			.isLessThan(DeliveryKind.ANNOUNCEMENT.priority());
	}

	private static Registration place(Standing standing, boolean held, @Nullable Instant attendedAt) {
		return new Registration(UUID.randomUUID(), UUID.randomUUID(), 44, 1, standing, Fixtures.LONG_BEFORE, 1, held,
				null, null, 1, 0, 0, null, false, attendedAt, false);
	}

}
