package org.salon.notification.bounce;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.ledger.Bounces.Effect;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Mails that come back are read from a mailbox by IMAP. */
@NotificationTest
class BounceMailboxIT {

	@Autowired
	private World world;

	@Autowired
	private BounceDesk desk;

	private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

	private final UUID member = UUID.randomUUID();

	private GreenMailUser user;

	@BeforeEach
	void open() {
		this.server.start();
		this.user = this.server.setUser("bounces@example.org", "bounces", "secret");
	}

	@AfterEach
	void close() {
		this.server.stop();
	}

	@Test
	void recordsWhatCameBackAndRemovesIt() throws Exception {
		UUID mail = sent();
		put(SampleReports.bounce(mail, "5.1.1", "550 5.1.1 unknown"));
		assertThat(mailbox(this.desk::take).read()).isFalse();
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION BOUNCED");
		assertThat(inbox().getMessages()).isEmpty();
	}

	@Test
	void leavesAndFlagsWhateverElseLiesThereAndLooksAtItOnce() throws Exception {
		List<Integer> seen = new ArrayList<>();
		put(SampleReports.vacation());
		put(SampleReports.bounce(UUID.randomUUID(), "5.1.1", "550"));
		put(large());
		put(SampleReports.bounce(sent(), "5.1.1", "550 5.1.1 unknown"));
		BounceMailbox mailbox = mailbox((message) -> {
			seen.add(message.length);
			return this.desk.take(message);
		});
		mailbox.read();
		mailbox.read();
		assertThat(seen).hasSize(4).contains(0);
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION BOUNCED");
		assertThat(inbox().getMessages()).hasSize(3)
			.allSatisfy((message) -> assertThat(message.isSet(Flags.Flag.FLAGGED)).isTrue());
	}

	@Test
	void losesNothingWhenTheLedgerCannotBeWritten() throws Exception {
		put(SampleReports.bounce(sent(), "5.1.1", "550 5.1.1 unknown"));
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> mailbox((message) -> {
			throw new DataAccessResourceFailureException("away");
		}).read());
		assertThat(inbox().getMessages()).hasSize(1)
			.allSatisfy((message) -> assertThat(message.getFlags().contains(Flags.Flag.FLAGGED)).isFalse());
		mailbox(this.desk::take).read();
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION BOUNCED");
		assertThat(inbox().getMessages()).isEmpty();
	}

	@Test
	void doublesNothingWhenItStoppedBeforeTheMailWasRemoved() throws Exception {
		UUID mail = sent();
		put(SampleReports.bounce(mail, "5.2.2", "552 5.2.2 full"));
		List<Effect> effects = new ArrayList<>();
		BounceMailbox mailbox = mailbox((message) -> {
			Effect effect = this.desk.take(message);
			effects.add(effect);
			if (effects.size() == 1) {
				throw new IllegalStateException("killed after the commit");
			}
			return effect;
		});
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(mailbox::read);
		mailbox.read();
		assertThat(effects).containsExactly(Effect.RECORDED, Effect.REPEATED);
		assertThat(inbox().getMessages()).isEmpty();
		assertThat(this.world.row(this.member, "CONFIRMATION").get("event_version")).isEqualTo(2L);
	}

	@Test
	void readsOnItsOwnAndGoesOnAfterTheServerTurnedItAway() throws Exception {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		BouncePoll poll = new BouncePoll(properties(url(), "changed"), this.desk, new BounceMetrics(meters));
		put(SampleReports.bounce(sent(), "5.1.1", "550 5.1.1 unknown"));
		poll.start();
		try {
			Awaitility.await("polls that fail")
				.atMost(World.PATIENCE)
				.until(() -> meters.counter("salon.notification.bounce.polls", "result", "failed").count() >= 2);
			this.user = this.server.setUser("bounces@example.org", "bounces", "changed");
			this.world.awaitLedger(this.member, "CONFIRMATION BOUNCED");
			Awaitility.await("an empty inbox").atMost(World.PATIENCE).until(() -> inbox().getMessages().isEmpty());
		}
		finally {
			poll.stop();
		}
		assertThat(poll.isRunning()).isFalse();
	}

	@Test
	void saysThatAServerInClearElsewhereIsNotSpokenTo() {
		BounceMailbox mailbox = new BounceMailbox(
				new ImapAccount(properties("imap://127.0.0.2:" + this.server.getImap().getPort(), "secret")),
				this.desk::take);
		assertThatExceptionOfType(MessagingException.class).isThrownBy(mailbox::read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail.example.org", "http://mail.example.org", "imaps://", "imaps:///INBOX",
			"imaps://user:top-secret@mail.example.org", "imaps://mail example" })
	void refusesToStartWithAnAddressThatIsNone(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ImapAccount(properties(url, "x")))
			.withMessageContaining("SALON_BOUNCE_IMAP_URL")
			.withMessageNotContaining("top-secret");
	}

	@Test
	void readsNoMailboxUnlessOneIsNamed() {
		BouncePoll poll = new BouncePoll(properties("", ""), this.desk, new BounceMetrics(new SimpleMeterRegistry()));
		poll.start();
		assertThat(poll.isRunning()).isFalse();
	}

	private BounceMailbox mailbox(BounceMailbox.Desk desk) {
		return new BounceMailbox(new ImapAccount(properties(url(), "secret")), desk);
	}

	private String url() {
		return "imap://127.0.0.1:" + this.server.getImap().getPort() + "/INBOX";
	}

	private static BounceProperties properties(String url, String password) {
		return new BounceProperties(url, "bounces", password, Duration.ofMillis(200));
	}

	private MailFolder inbox() throws FolderException {
		return this.server.getManagers().getImapHostManager().getInbox(this.user);
	}

	private void put(byte[] mail) throws Exception {
		this.user.deliver(new MimeMessage((Session) null, new ByteArrayInputStream(mail)));
	}

	private static byte[] large() {
		return SampleReports.bytes("Subject: large\n\n" + "x".repeat(70).concat("\n").repeat(16_000));
	}

	private UUID sent() {
		int number = Fixtures.number();
		this.world.tell(new SalonAnnounced(Fixtures.salon(number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		return (UUID) this.world.row(this.member, "CONFIRMATION").get("id");
	}

}
