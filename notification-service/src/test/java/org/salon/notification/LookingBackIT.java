package org.salon.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.salon.events.DomainEvent;
import org.salon.events.member.MemberPreferencesChanged;
import org.salon.events.member.Preferences;
import org.salon.events.registration.AttendanceRecorded;
import org.salon.events.registration.FeedbackGiven;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationState;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonRescheduled;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** After a salon: who came is asked, who was not seen was missed. */
@NotificationTest
class LookingBackIT {

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	private final UUID other = UUID.randomUUID();

	@Test
	void asksWhoCameAndMissesWhoDidNot() {
		Instant start = this.world.now().plusSeconds(5).minus(Duration.ofHours(4));
		announce(start);
		register(this.member);
		register(this.other);
		came(this.member, start, 2);
		this.world.awaitMail(this.member, "您觉得怎么样");
		this.world.awaitMail(this.other, "很遗憾没有见到您");
		this.world.awaitLedger(this.member, "FEEDBACK_REQUEST SENT");
		this.world.awaitLedger(this.other, "FOLLOW_UP SENT");
		assertThat(this.world.ledger(this.member)).noneMatch((row) -> row.startsWith("FOLLOW_UP SENT"));
		assertThat(this.world.ledger(this.other)).noneMatch((row) -> row.startsWith("FEEDBACK_REQUEST"));
	}

	@Test
	void followsWhatBecomesKnown() {
		Instant start = this.world.now().minus(Duration.ofHours(3));
		announce(start);
		register(this.member);
		register(this.other);
		assertThat(this.world.ledger(this.other)).noneMatch((row) -> row.startsWith("FOLLOW_UP"));
		came(this.member, start, 2);
		assertThat(this.world.ledger(this.other)).contains("FOLLOW_UP PLANNED");
		came(this.other, start, 2);
		assertThat(this.world.ledger(this.other)).contains("FOLLOW_UP CANCELLED", "FEEDBACK_REQUEST PLANNED");
		handled(new FeedbackGiven(Fixtures.attended(place(this.member), start), 5), 3);
		assertThat(this.world.ledger(this.member)).contains("FEEDBACK_REQUEST CANCELLED");
		handled(new ReplayPublished(Fixtures.salon(this.number, start), false), 2);
		assertThat(this.world.ledger(this.other)).contains("FEEDBACK_REQUEST SUPERSEDED");
		this.world.awaitLedger(this.other, "REPLAY SENT");
	}

	@Test
	void missesNobodyWhereWhoWasSeenWasNotedByMistake() {
		announce(this.world.now().minus(Duration.ofMinutes(30)));
		register(this.member);
		register(this.other);
		came(this.member, this.world.now(), 2);
		assertThat(this.world.ledger(this.other)).contains("FOLLOW_UP PLANNED");
		handled(new AttendanceRecorded(place(this.member)), 3);
		assertThat(this.world.ledger(this.other)).contains("FOLLOW_UP CANCELLED");
		assertThat(this.world.ledger(this.member)).contains("FEEDBACK_REQUEST CANCELLED")
			.doesNotContain("FOLLOW_UP PLANNED");
	}

	@Test
	void followsThePersonsMind() {
		Instant start = this.world.now().minus(Duration.ofHours(3));
		announce(start);
		register(this.member);
		came(this.member, start, 2);
		assertThat(this.world.ledger(this.member)).contains("FEEDBACK_REQUEST PLANNED");
		handled(new MemberPreferencesChanged(Fixtures.member(this.member, Preferences.NONE)), 1);
		assertThat(this.world.ledger(this.member)).contains("FEEDBACK_REQUEST CANCELLED");
		handled(new MemberPreferencesChanged(Fixtures.member(this.member, Preferences.OF_AN_ATTENDEE)), 2);
		assertThat(this.world.ledger(this.member)).contains("FEEDBACK_REQUEST PLANNED");
	}

	@Test
	void movesWithTheEndAndStaysOne() {
		Instant start = this.world.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(3));
		announce(start);
		register(this.member);
		came(this.member, start, 2);
		Instant later = start.plus(Duration.ofMinutes(30));
		handled(new SalonRescheduled(Fixtures.salon(this.number, later), start, start.plus(Duration.ofHours(2))), 2);
		assertThat(this.world.jdbc()
			.sql("SELECT due_at, attempt_at FROM delivery WHERE member_id = ? AND kind = 'FEEDBACK_REQUEST'")
			.param(this.member)
			.query((row, index) -> List.of(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
			.list()).containsExactly(List.of(later.plus(Duration.ofHours(4)), later.plus(Duration.ofHours(4))));
	}

	@Test
	void comesToTheSameWhereTheSalonIsKnownLast() {
		Instant start = this.world.now().minus(Duration.ofHours(3));
		register(this.member);
		register(this.other);
		came(this.member, start, 2);
		announce(start);
		assertThat(this.world.ledger(this.member)).contains("FEEDBACK_REQUEST PLANNED");
		assertThat(this.world.ledger(this.other)).contains("FOLLOW_UP PLANNED");
	}

	private void announce(Instant start) {
		SalonAnnounced announced = new SalonAnnounced(Fixtures.salon(this.number, start));
		this.world.tell(announced, 1, start.minus(Duration.ofDays(2)));
		this.world.awaitHandled(announced, 1);
	}

	private void register(UUID person) {
		handled(new MemberRegistered(place(person)), 1);
	}

	private void came(UUID person, Instant at, long version) {
		handled(new AttendanceRecorded(Fixtures.attended(place(person), at)), version);
	}

	private RegistrationState place(UUID person) {
		return Fixtures.registration(this.number, person, RegistrationStatus.REGISTERED,
				this.world.now().minus(Duration.ofDays(1)));
	}

	private void handled(DomainEvent event, long version) {
		this.world.tell(event, version);
		this.world.awaitHandled(event, version);
	}

}
