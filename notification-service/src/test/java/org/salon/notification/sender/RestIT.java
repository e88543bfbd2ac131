package org.salon.notification.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.StoppedClock;
import org.salon.notification.database.Columns;
import org.salon.notification.ledger.Lease;
import org.salon.notification.ledger.Postponement;
import org.salon.notification.ledger.SendLedger;
import org.salon.notification.ledger.Waiting;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.QuietHours;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;
import org.salon.notification.sender.Mailbag.Item;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/** What can wait at night, of rows that are taken back. */
@NotificationTest
@Transactional
class RestIT {

	/** Midnight in Shanghai, noon in New York. */
	private static final Instant NOW = Instant.parse("2001-06-01T16:00:00Z");

	private static final Instant MORNING = Instant.parse("2001-06-02T00:00:00Z");

	@Autowired
	private SendLedger ledger;

	@Autowired
	private Mailbag mailbag;

	@Autowired
	private Postponement postponement;

	@Autowired
	private Salons salons;

	@Autowired
	private JdbcClient jdbc;

	private final int number = Fixtures.number();

	@Test
	void letsReminderAndConfirmationThroughAndPutsNewsOff() {
		given();
		add(DeliveryKind.ANNOUNCEMENT, 3);
		add(DeliveryKind.REPLAY, 1);
		add(DeliveryKind.REMINDER, 1);
		add(DeliveryKind.CONFIRMATION, 1);
		assertThat(awake(10)).extracting(Lease::kind).containsExactly(DeliveryKind.CONFIRMATION, DeliveryKind.REMINDER);
		assertThat(count("state = 'PLANNED' AND attempts = 0 AND lease_owner IS NULL AND attempt_at = '" + MORNING
				+ "' AND reason LIKE 'the quiet hours%'"))
			.isEqualTo(4);
	}

	@Test
	void goesByTheZoneOfThePersonBeforeThatOfTheSalon() {
		given();
		add(DeliveryKind.ANNOUNCEMENT, 2);
		this.jdbc.sql("""
				UPDATE member SET zone = 'America/New_York'
				WHERE id = (SELECT member_id FROM delivery WHERE salon_number = ? AND address = 'm1@example.org')
				""").param(this.number).update();
		assertThat(awake(10)).extracting(Lease::address).containsExactly("m1@example.org");
	}

	@Test
	void putsOffAlsoThoseThatWouldBeClaimedNext() {
		given();
		add(DeliveryKind.ANNOUNCEMENT, 500);
		assertThat(awake(8)).isEmpty();
		assertThat(count("state = 'PLANNED' AND attempt_at = '" + MORNING + "'")).isEqualTo(500);
	}

	@Test
	void leavesWhatIsTooLateInTheMorningToItsDeadline() {
		given();
		add(DeliveryKind.ANNOUNCEMENT, 1);
		List<Lease> leases = claim(8);
		Instant deadline = MORNING.minusSeconds(1);
		this.jdbc.sql("UPDATE delivery SET not_after = ? WHERE salon_number = ?")
			.params(Columns.timestamp(deadline), this.number)
			.update();
		assertThat(awake(leases)).isEmpty();
		this.ledger.sweep();
		assertThat(count("state = 'EXPIRED' AND reason = 'its time passed; the quiet hours where the person is'"))
			.isEqualTo(1);
	}

	private void given() {
		Salon salon = Salon.after(null, new SalonAnnounced(Fixtures.salon(this.number, NOW.plus(Duration.ofDays(3)))),
				1, NOW);
		this.salons.save(salon);
	}

	private void add(DeliveryKind kind, int rows) {
		new Waiting(this.jdbc, this.number).add(kind, rows, "example.org", NOW.minusSeconds(60));
		this.jdbc.sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation)
				SELECT member_id, '', address, 'en', true, true, true, 0 FROM delivery WHERE salon_number = ?
				ON CONFLICT DO NOTHING
				""").param(this.number).update();
		// Waits for the morning by the clock of this test, and is due by any other.
		this.jdbc.sql("UPDATE delivery SET not_after = '2099-01-01' WHERE salon_number = ?")
			.param(this.number)
			.update();
	}

	private List<Lease> awake(int limit) {
		return awake(claim(limit));
	}

	private List<Lease> awake(List<Lease> leases) {
		Rest rest = new Rest(QuietHours.parse("22:00-08:00"), this.postponement, new StoppedClock(NOW));
		return rest.awake(this.mailbag.fill(leases)).stream().map(Item::lease).toList();
	}

	private List<Lease> claim(int limit) {
		return this.ledger.claim(UUID.randomUUID(), limit, Duration.ofMinutes(1))
			.stream()
			.filter((lease) -> Integer.valueOf(this.number).equals(lease.salonNumber()))
			.toList();
	}

	private long count(String condition) {
		return new Waiting(this.jdbc, this.number).count(condition);
	}

}
