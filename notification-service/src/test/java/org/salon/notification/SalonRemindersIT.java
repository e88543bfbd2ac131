package org.salon.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonState;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A salon whose reminders are others than the club's. */
@NotificationTest
class SalonRemindersIT {

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	@Test
	void bringTheLedgerToWhatTheyAre() {
		Instant start = this.world.now().plus(Duration.ofDays(3));
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, start)), 1);
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
		set(start, List.of(Duration.ofHours(1), Duration.ofMinutes(5)), 2);
		assertThat(reminders()).containsExactly("PT24H CANCELLED", "PT1H PLANNED", "PT5M PLANNED");
		set(start, List.of(), 3);
		assertThat(reminders()).containsExactly("PT24H CANCELLED", "PT1H CANCELLED", "PT5M CANCELLED");
		set(start, null, 4);
		assertThat(reminders()).containsExactly("PT24H PLANNED", "PT1H PLANNED", "PT5M CANCELLED");
		assertThat(this.world.subjects(this.member)).hasSize(1);
	}

	@Test
	void areSentAtTheStart() {
		Instant start = this.world.now().plus(Duration.ofMinutes(5)).plusSeconds(3);
		SalonState state = Fixtures.remindedBy(Fixtures.salon(this.number, start), List.of(Duration.ofMinutes(5)));
		this.world.tell(new SalonAnnounced(state), 1);
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		assertThat(this.world.awaitMail(this.member, "现在开始")).isNotNull();
	}

	private void set(Instant start, @Nullable List<Duration> offsets, long version) {
		SalonChanged changed = new SalonChanged(Fixtures.remindedBy(Fixtures.salon(this.number, start), offsets),
				List.of("reminders"));
		this.world.tell(changed, version);
		this.world.awaitHandled(changed, version);
	}

	private List<String> reminders() {
		return this.world.jdbc().sql("""
				SELECT split_part(occurrence, '@', 1) || ' ' || state FROM delivery
				WHERE member_id = ? AND kind = 'REMINDER' ORDER BY due_at
				""").param(this.member).query(String.class).list();
	}

}
