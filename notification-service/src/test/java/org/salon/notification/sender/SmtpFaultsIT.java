package org.salon.notification.sender;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.localstack.LocalStack;
import org.salon.notification.Fixtures;
import org.salon.notification.MovableClock;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.ledger.DueSignal;
import org.salon.notification.ledger.Lease;
import org.salon.notification.ledger.SendLedger;
import org.salon.notification.smtp.ScriptedSmtp;
import org.salon.notification.smtp.ScriptedSmtp.Accepted;
import org.salon.notification.smtp.ScriptedSmtp.Fault;
import org.salon.notification.smtp.ScriptedSmtp.Moment;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationTest
class SmtpFaultsIT {

	private static final int MANY = Integer.MAX_VALUE;

	@Autowired
	private World world;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Sender sender;

	@Autowired
	private Sender.SenderParts parts;

	@Autowired
	private SendLedger ledger;

	@Autowired
	private DueSignal signal;

	@Autowired
	private SenderProperties properties;

	@Autowired
	private JavaMailSenderImpl mailServer;

	private final ScriptedSmtp smtp = new ScriptedSmtp();

	private final UUID member = UUID.randomUUID();

	private final String address = Fixtures.address(this.member);

	private final int number = Fixtures.number();

	@BeforeEach
	void sendToTheScriptedServer() {
		use(this.smtp.port());
		announce(Duration.ofDays(3));
	}

	@AfterEach
	void sendToTheCatcherAgain() throws Exception {
		use(LocalStack.shared().smtpPort());
		this.smtp.close();
	}

	@Test
	void triesAgainAfterARefusalForNow() {
		this.smtp.fault(this.address, new Fault(Moment.RCPT, "451 4.7.1 later", 2, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(this.smtp.accepted(this.address)).extracting(Accepted::sender).containsExactly("salon@localhost");
		assertThat(row("attempts")).isEqualTo(3);
	}

	@Test
	void givesUpAndSuppressesAnAddressThatDoesNotExist() {
		this.smtp.fault(this.address, new Fault(Moment.RCPT, "550 5.1.1 <" + this.address + "> unknown", 1, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION FAILED");
		assertThat(row("reason")).asString().startsWith("550 5.1.1").doesNotContain(this.address);
		assertThat(suppressed()).isTrue();
		this.clock.moveTo(start().minus(Duration.ofHours(24)).plusSeconds(1));
		this.world.awaitLedger(this.member, "REMINDER SUPPRESSED");
	}

	@Test
	void failsTheMessageOnlyWhenAPolicyRefusesIt() {
		this.smtp.fault(this.address, new Fault(Moment.RCPT, "550 5.7.1 listed", 1, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION FAILED");
		assertThat(suppressed()).isFalse();
	}

	@Test
	void burnsNoAttemptWhileTheServerTurnsEverybodyAway() {
		this.smtp.always(new Fault(Moment.GREETING, "421 4.3.2 closing", MANY, 0));
		register();
		Awaitility.await("the sender has met the closed server")
			.ignoreExceptions()
			.until(() -> String.valueOf(row("reason")).contains("cannot be reached"));
		assertThat(row("attempts")).isEqualTo(0);
		this.smtp.healed();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(row("attempts")).isEqualTo(1);
	}

	@Test
	void burnsNoAttemptWhenItsLoginIsNotAccepted() {
		this.smtp.fault(this.address, new Fault(Moment.RCPT, "535 5.7.8 bad login", 3, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(row("attempts")).isEqualTo(1);
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
	}

	@Test
	void sendsOnceThoughTheConnectionDropsAmidTheMessage() {
		this.smtp.fault(this.address, new Fault(Moment.MIDST, null, 1, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
	}

	@Test
	void repeatsTheIdenticalMessageWhenTheAnswerToTheDotIsLost() {
		this.smtp.fault(this.address, new Fault(Moment.DOT, null, 1, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		List<ScriptedSmtp.Accepted> seen = this.smtp.seen(this.address);
		assertThat(seen).hasSize(2);
		assertThat(seen.get(1)).isEqualTo(seen.get(0));
		assertThat(row("unknown")).isEqualTo(true);
	}

	@Test
	void waitsForAServerThatTakesItsTimeAfterTheDot() {
		this.smtp.fault(this.address, new Fault(Moment.DOT, "250 2.0.0 at last", 1, 4000));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
		assertThat(row("attempts")).isEqualTo(1);
	}

	@Test
	void countsAMessageAsSentThoughTheServerResetsAtTheEnd() {
		this.smtp.always(new Fault(Moment.QUIT, null, MANY, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		use(this.smtp.port());
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
	}

	@Test
	void expiresWhatCouldNotBeSentBeforeItsDeadline() {
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.smtp.always(new Fault(Moment.GREETING, "554 no", MANY, 0));
		use(this.smtp.port());
		this.clock.moveTo(start().minus(Duration.ofHours(1)).plusSeconds(1));
		this.world.awaitLedger(this.member, "REMINDER EXPIRED");
		this.clock.moveTo(start().minusSeconds(30));
		this.world.awaitLedger(this.member, "REMINDER EXPIRED", "REMINDER EXPIRED");
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
	}

	@Test
	void aDueReminderTakesThePlaceOfAConfirmationThatCouldNotGoOut() throws Exception {
		this.smtp.always(new Fault(Moment.GREETING, "421 4.3.2 closing", MANY, 0));
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION PLANNED");
		this.clock.moveTo(start().minus(Duration.ofHours(24)).plusSeconds(1));
		this.smtp.healed();
		this.world.awaitLedger(this.member, "REMINDER SENT", "CONFIRMATION SUPERSEDED");
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
		assertThat(parse(this.smtp.accepted(this.address).getFirst()).getContentType()).startsWith("multipart/mixed");
		assertThat(this.smtp.accepted(this.address).getFirst().message()).contains("text/calendar; method=REQUEST");
	}

	@Test
	void takesUpWhatAnotherSenderLeftAmidSending() {
		this.sender.stop();
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION PLANNED");
		Lease lease = claimed();
		Drafting.Prepared prepared = this.parts.drafting()
			.prepare(this.parts.mailbag().fill(List.of(lease)).getFirst());
		assertThat(this.ledger.turn(null, prepared.draft())).isTrue();
		this.world.awaitLedger(this.member, "CONFIRMATION SENDING");
		String message = new String(prepared.draft().mime(), StandardCharsets.US_ASCII);
		this.sender.start();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
		assertThat(this.smtp.accepted(this.address).getFirst().message().strip()).isEqualTo(message.strip());
		assertThat(row("unknown")).isEqualTo(true);
	}

	@Test
	void takesUpWhatAnotherSenderLeftBeforeSendingAsIfItHadNeverBeen() {
		this.sender.stop();
		register();
		this.world.awaitLedger(this.member, "CONFIRMATION PLANNED");
		Lease lease = claimed();
		Drafting.Prepared prepared = this.parts.drafting()
			.prepare(this.parts.mailbag().fill(List.of(lease)).getFirst());
		this.sender.start();
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		assertThat(row("unknown")).isEqualTo(false);
		assertThat(this.ledger.turn(null, prepared.draft())).as("the lease is lost").isFalse();
		assertThat(this.smtp.accepted(this.address)).hasSize(1);
	}

	@Test
	void twoSendersShareTheQueueAndSendNothingTwice() {
		Sender second = new Sender(this.parts, this.ledger, this.signal, this.properties, this.clock);
		second.start();
		List<UUID> members = new ArrayList<>();
		for (int index = 0; index < 60; index++) {
			UUID another = UUID.randomUUID();
			members.add(another);
			this.world.tell(Fixtures.registered(this.number, another, this.world.now()), 1);
		}
		members.forEach((another) -> this.world.awaitLedger(another, "CONFIRMATION SENT"));
		second.stop();
		members.forEach((another) -> assertThat(this.smtp.seen(Fixtures.address(another))).hasSize(1));
	}

	private Lease claimed() {
		UUID nobody = UUID.randomUUID();
		return this.ledger.claim(nobody, 100, Duration.ofSeconds(5))
			.stream()
			.filter((lease) -> lease.memberId().equals(this.member))
			.findFirst()
			.orElseThrow();
	}

	private void use(int port) {
		this.sender.stop();
		this.mailServer.setHost("127.0.0.1");
		this.mailServer.setPort(port);
		this.sender.start();
	}

	private void announce(Duration ahead) {
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(ahead))), 1);
	}

	private void register() {
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
	}

	private Instant start() {
		return Instant.parse(this.world.jdbc()
			.sql("SELECT state -> 'facts' ->> 'startsAt' FROM salon WHERE number = ?")
			.param(this.number)
			.query(String.class)
			.single());
	}

	private Object row(String column) {
		return this.world.row(this.member, "CONFIRMATION").get(column);
	}

	private boolean suppressed() {
		return this.world.jdbc()
			.sql("SELECT count(*) FROM suppression WHERE address = ?")
			.param(this.address)
			.query(Long.class)
			.single() == 1;
	}

	private static MimeMessage parse(ScriptedSmtp.Accepted mail) throws Exception {
		return new MimeMessage((Session) null,
				new ByteArrayInputStream(mail.message().getBytes(StandardCharsets.ISO_8859_1)));
	}

}
