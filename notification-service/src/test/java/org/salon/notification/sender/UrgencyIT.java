package org.salon.notification.sender;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.localstack.LocalStack;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.smtp.ScriptedSmtp;
import org.salon.notification.smtp.ScriptedSmtp.Fault;
import org.salon.notification.smtp.ScriptedSmtp.Moment;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** Couriers that are busy with announcements. */
@NotificationTest
class UrgencyIT {

	private static final int SUBSCRIBERS = 300;

	@Autowired
	private World world;

	@Autowired
	private Sender sender;

	@Autowired
	private SenderProperties properties;

	@Autowired
	private JavaMailSenderImpl mailServer;

	private final ScriptedSmtp smtp = new ScriptedSmtp();

	private final UUID member = UUID.randomUUID();

	private final int number = Fixtures.number();

	@BeforeEach
	void sendToASlowServer() {
		this.smtp.always(new Fault(Moment.DOT, "250 2.0.0 taken", Integer.MAX_VALUE, 50));
		use(this.smtp.port());
	}

	@AfterEach
	void sendToTheCatcherAgain() throws Exception {
		this.world.jdbc()
			.sql("UPDATE announcement_run SET state = 'CANCELLED', reason = 'enough', settled = false WHERE salon_number = ?")
			.param(this.number)
			.update();
		this.world.jdbc()
			.sql("UPDATE member SET announcements = false WHERE email LIKE ?")
			.param("%@" + this.number + ".example.org")
			.update();
		use(LocalStack.shared().smtpPort());
		this.smtp.close();
	}

	@Test
	void takeAConfirmationNext() {
		sendAConfirmation();
		this.world.jdbc().sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation,
					subscribed_at)
				SELECT gen_random_uuid(), '', 'u' || n || '@' || ? || '.example.org', 'en', true, true, true, 0, 'epoch'
				FROM generate_series(1, ?) n
				""").params(Integer.toString(this.number), SUBSCRIBERS).update();
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)))), 1);
		Awaitility.await("all couriers are busy")
			.atMost(World.PATIENCE)
			.until(() -> announcements("state = 'SENT'") > 20);
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(announcements("state = 'PLANNED'")).as("announcements that still wait").isPositive();
		// Those in hand when it became known, and those that couriers took until it was
		// claimed: far less than they hold.
		assertThat(announcements("""
				state = 'SENT' AND sending_at > (SELECT due_at FROM delivery c WHERE c.member_id = '%s'
					AND c.kind = 'CONFIRMATION')
				AND sending_at < (SELECT sending_at FROM delivery c WHERE c.member_id = '%s'
					AND c.kind = 'CONFIRMATION')""".formatted(this.member, this.member)))
			.isLessThanOrEqualTo(3L * this.properties.connections());
	}

	/** The first that a process composes takes as long as a dozen others are sent. */
	private void sendAConfirmation() {
		int earlier = Fixtures.number();
		UUID someone = UUID.randomUUID();
		this.world.tell(new SalonAnnounced(Fixtures.salon(earlier, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(earlier, someone, this.world.now()), 1);
		this.world.awaitLedger(someone, "CONFIRMATION SENT");
	}

	private long announcements(String condition) {
		return this.world.jdbc()
			.sql("SELECT count(*) FROM delivery WHERE salon_number = ? AND kind = 'ANNOUNCEMENT' AND " + condition)
			.param(this.number)
			.query(Long.class)
			.single();
	}

	private void use(int port) {
		this.sender.stop();
		this.mailServer.setHost("127.0.0.1");
		this.mailServer.setPort(port);
		this.sender.start();
	}

}
