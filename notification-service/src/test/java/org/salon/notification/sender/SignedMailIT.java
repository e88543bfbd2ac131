package org.salon.notification.sender;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.MovableClock;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.digest.Digests;
import org.salon.notification.dkim.Keys;
import org.salon.notification.dkim.SignatureCheck;
import org.salon.notification.ledger.DueSignal;
import org.salon.notification.mail.Letters;
import org.salon.notification.message.WrittenMessages;
import org.salon.notification.returnpath.Paths;
import org.salon.notification.returnpath.ReturnPaths;
import org.salon.notification.smtp.ScriptedSmtp;
import org.salon.notification.smtp.ScriptedSmtp.Accepted;
import org.salon.notification.smtp.ScriptedSmtp.Fault;
import org.salon.notification.smtp.ScriptedSmtp.Moment;
import org.salon.notification.smtp.SmtpServers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What arrives at the mail server bears a signature that holds, and comes from an address
 * of its own, a second time too.
 */
@NotificationTest
class SignedMailIT {

	@TempDir
	private Path folder;

	@Autowired
	private World world;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Sender sender;

	@Autowired
	private Sender.SenderParts parts;

	@Autowired
	private Letters letters;

	@Autowired
	private Digests digests;

	@Autowired
	private WrittenMessages messages;

	@Autowired
	private DueSignal signal;

	@Autowired
	private SenderProperties properties;

	private final ReturnPaths returnPaths = Paths.of("bounces@example.org");

	private final ScriptedSmtp smtp = new ScriptedSmtp();

	private final KeyPair keys = Keys.make("RSA", 2048);

	private final UUID member = UUID.randomUUID();

	private final String address = Fixtures.address(this.member);

	private Sender signing;

	@BeforeEach
	void takeTheSendersPlace() throws Exception {
		this.sender.stop();
		JavaMailSenderImpl settings = new JavaMailSenderImpl();
		settings.setHost("127.0.0.1");
		settings.setPort(this.smtp.port());
		Drafting drafting = new Drafting(this.parts.ledger(), this.letters, this.digests, this.messages,
				Keys.dkim(this.folder, this.keys.getPrivate()), this.clock);
		Sender.SenderParts signed = new Sender.SenderParts(this.parts.ledger(), this.parts.sending(), drafting,
				this.parts.mailbag(), SmtpServers.of(settings, this.parts.smtp()), this.returnPaths, this.parts.smtp(),
				this.parts.traces(), this.parts.metrics(), this.clock);
		this.signing = new Sender(signed, this.parts.ledger(), this.signal, this.properties, this.clock);
		this.signing.start();
	}

	@AfterEach
	void giveItBack() throws Exception {
		this.signing.stop();
		this.smtp.close();
		this.sender.start();
	}

	@Test
	void arrivesSignedAndTheSameWhenItIsRepeated() throws Exception {
		this.smtp.fault(this.address, new Fault(Moment.DOT, null, 1, 0));
		int number = Fixtures.number();
		this.world.tell(new SalonAnnounced(Fixtures.salon(number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		List<Accepted> seen = this.smtp.seen(this.address);
		assertThat(seen).hasSize(2);
		assertThat(seen.get(1)).isEqualTo(seen.get(0));
		UUID delivery = (UUID) this.world.row(this.member, "CONFIRMATION").get("id");
		assertThat(seen.get(0).sender()).isEqualTo(this.returnPaths.of(delivery));
		assertThat(seen.get(0).message()).startsWith("DKIM-Signature:").contains("List-Unsubscribe-Post:");
		SignatureCheck check = new SignatureCheck(seen.get(0).message().getBytes(StandardCharsets.ISO_8859_1));
		assertThat(check.bodyIsWhole()).isTrue();
		assertThat(check.isOf(this.keys.getPublic())).isTrue();
	}

}
