package org.salon.notification.ledger;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlannedDelivery;
import org.salon.notification.salon.Salon;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans for many at once; taken back, so that nobody is written to. */
@NotificationTest
class AnnouncementRowsIT {

	private static final int SUBSCRIBERS = 2_000;

	@Autowired
	private AnnouncementRows rows;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	private final int number = Fixtures.number();

	private final Instant now = Fixtures.LONG_BEFORE;

	@Test
	void plansForAllSubscribersInOneStatementAndOnce() {
		this.transactions.executeWithoutResult((status) -> {
			subscribe();
			assertThat(insert()).isGreaterThanOrEqualTo(SUBSCRIBERS);
			assertThat(insert()).isZero();
			assertThat(this.rows.closeOfSalon(this.number, "no more", 10)).hasSize(10)
				.allMatch((outcome) -> outcome.state() == LedgerState.CANCELLED);
			status.setRollbackOnly();
		});
	}

	@Test
	void givesEachTheIdThatTheKeyGives() {
		this.transactions.executeWithoutResult((status) -> {
			subscribe();
			insert();
			assertThat(this.jdbc.sql("SELECT id, member_id, kind FROM delivery WHERE salon_number = ? LIMIT 100")
				.param(this.number)
				.query((row, index) -> row.getObject("id", UUID.class)
					.equals(DeliveryIds.of(Channels.MAIL, row.getObject("member_id", UUID.class), this.number,
							planned().kind(), planned().occurrence())))
				.list()).isNotEmpty().containsOnly(true);
			status.setRollbackOnly();
		});
	}

	private void subscribe() {
		this.jdbc.sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation,
					subscribed_at)
				SELECT gen_random_uuid(), '', 's' || n || '@example.org', 'en', true, true, true, 0, 'epoch'
				FROM generate_series(1, ?) n
				""").param(SUBSCRIBERS).update();
	}

	private int insert() {
		AnnouncementRun run = new AnnouncementRun(this.number, AnnouncementRun.State.GOING, null, this.now,
				new Cause(UUID.randomUUID(), this.now), planned().notAfter(), AnnouncementRun.NOBODY, false, true);
		return this.rows.insert(run, planned(), Integer.MAX_VALUE).planned();
	}

	private PlannedDelivery planned() {
		Salon salon = Salon.after(null, new SalonAnnounced(Fixtures.salon(this.number, Fixtures.START)), 1, this.now);
		return MemberPlan.announcement(salon, this.now);
	}

}
