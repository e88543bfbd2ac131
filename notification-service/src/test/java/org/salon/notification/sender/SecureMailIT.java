package org.salon.notification.sender;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import javax.net.ssl.SSLContext;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.MovableClock;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.ledger.DueSignal;
import org.salon.notification.smtp.SmtpServers;
import org.salon.notification.smtp.TlsDoor;
import org.salon.notification.smtp.TlsDoor.Opening;
import org.salon.outbound.Certificate;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mail goes through a server that wants TLS and a password, by the settings that an
 * operator makes: the variables of the service and its {@code application.yaml}.
 */
@NotificationTest
class SecureMailIT {

	private static final String TRUST = "spring.mail.properties.mail.smtp.ssl.trust=localhost";

	@TempDir
	private static Path folder;

	private static SSLContext tls;

	@Autowired
	private World world;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Sender sender;

	@Autowired
	private Sender.SenderParts parts;

	@Autowired
	private DueSignal signal;

	@Autowired
	private SenderProperties properties;

	private final GreenMail inside = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final UUID member = UUID.randomUUID();

	private final String address = Fixtures.address(this.member);

	private final int number = Fixtures.number();

	private Sender secure;

	@BeforeAll
	static void makeCertificate() throws Exception {
		tls = Certificate.selfSigned(folder);
	}

	@BeforeEach
	void takeTheSendersPlace() {
		this.sender.stop();
		this.inside.start();
		this.inside.setUser("club@example.org", "club", "right");
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION PLANNED");
	}

	@AfterEach
	void giveItBack() {
		this.secure.stop();
		this.inside.stop();
		this.sender.start();
	}

	@Test
	void sendsByStarttlsWithItsPassword() throws Exception {
		try (TlsDoor door = door(Opening.STARTTLS)) {
			send(door, "right", "SALON_SMTP_STARTTLS=true", TRUST);
			this.world.awaitLedger(this.member, "CONFIRMATION SENT");
			assertThat(received()).isOne();
			assertThat(door.heardInClear()).isNotEmpty()
				.allSatisfy((line) -> assertThat(line).matches("EHLO .*|STARTTLS"));
		}
	}

	@Test
	void sendsOverTlsFromTheFirstByteWithItsPassword() throws Exception {
		try (TlsDoor door = door(Opening.AT_ONCE)) {
			send(door, "right", "SALON_SMTP_TLS=true", TRUST);
			this.world.awaitLedger(this.member, "CONFIRMATION SENT");
			assertThat(received()).isOne();
		}
	}

	@Test
	void waitsAndBurnsNoAttemptWhileItsPasswordIsWrong() throws Exception {
		try (TlsDoor door = door(Opening.STARTTLS)) {
			JavaMailSenderImpl settings = send(door, "wrong", "SALON_SMTP_STARTTLS=true", TRUST);
			awaitReason("refuses the login");
			assertThat(row("attempts")).isEqualTo(0);
			assertThat(received()).isZero();
			settings.setPassword("right");
			this.world.awaitLedger(this.member, "CONFIRMATION SENT");
			assertThat(row("attempts")).isEqualTo(1);
			assertThat(received()).isOne();
		}
	}

	@Test
	void saysNothingInClearToAServerWithoutStarttls() throws Exception {
		try (TlsDoor door = door(Opening.NEVER)) {
			send(door, "right", "SALON_SMTP_STARTTLS=true", TRUST);
			awaitReason("cannot be reached");
			assertThat(row("attempts")).isEqualTo(0);
			assertThat(door.heardInClear()).isNotEmpty()
				.allSatisfy((line) -> assertThat(line).matches("EHLO .*|HELO .*|QUIT"));
		}
	}

	@Test
	void saysNothingToAServerWhoseCertificateItDoesNotTrust() throws Exception {
		try (TlsDoor door = door(Opening.STARTTLS)) {
			send(door, "right", "SALON_SMTP_STARTTLS=true");
			awaitReason("cannot be reached");
			assertThat(row("attempts")).isEqualTo(0);
			assertThat(received()).isZero();
		}
	}

	private TlsDoor door(Opening opening) {
		return new TlsDoor(tls, opening, this.inside.getSmtp().getPort());
	}

	private JavaMailSenderImpl send(TlsDoor door, String password, String... more) {
		List<String> variables = new ArrayList<>(List.of("SALON_SMTP_HOST=localhost", "SALON_SMTP_PORT=" + door.port(),
				"SALON_SMTP_USERNAME=club", "SALON_SMTP_PASSWORD=" + password));
		variables.addAll(List.of(more));
		List<JavaMailSenderImpl> settings = new ArrayList<>();
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
			.withPropertyValues(variables.toArray(String[]::new))
			.run((context) -> settings.add(context.getBean(JavaMailSenderImpl.class)));
		Sender.SenderParts secured = new Sender.SenderParts(this.parts.ledger(), this.parts.sending(),
				this.parts.drafting(), this.parts.mailbag(), SmtpServers.of(settings.getFirst(), this.parts.smtp()),
				this.parts.returnPaths(), this.parts.smtp(), this.parts.traces(), this.parts.metrics(), this.clock);
		this.secure = new Sender(secured, this.parts.ledger(), this.signal, this.properties, this.clock);
		this.secure.start();
		return settings.getFirst();
	}

	private void awaitReason(String words) {
		Awaitility.await(words).atMost(World.PATIENCE).until(() -> String.valueOf(row("reason")).contains(words));
	}

	private Object row(String column) {
		return this.world.row(this.member, "CONFIRMATION").get(column);
	}

	/** Mails to the member; those of other tests may have become due in between. */
	private long received() {
		return Arrays.stream(this.inside.getReceivedMessages()).filter(this::isToMember).count();
	}

	private boolean isToMember(MimeMessage mail) {
		try {
			return Arrays.toString(mail.getAllRecipients()).contains(this.address);
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
