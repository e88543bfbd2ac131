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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.bounce.BounceMetrics.Protocol;
import org.salon.notification.ledger.Bounces;
import org.salon.notification.reply.ReplyDesk;
import org.salon.notification.reply.SampleReplies;
import org.salon.notification.returnpath.Paths;
import org.salon.notification.returnpath.ReturnPaths;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Mails that come back are read from a mailbox, by IMAP and by POP3. */
@NotificationTest
class MailboxIT {

	@Autowired
	private World world;

	@Autowired
	private Bounces bounces;

	@Autowired
	private Reception reception;

	@Autowired
	private ReplyDesk replies;

	private final GreenMail server = new GreenMail(
			new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
					new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3) });

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

	@ParameterizedTest
	@EnumSource
	void recordsWhatCameBackAndRemovesIt(Protocol protocol) throws Exception {
		UUID mail = sent();
		put(SampleReports.bounce(mail, "5.1.1", "550 5.1.1 unknown"));
		assertThat(mailbox(protocol, this.reception).read()).isFalse();
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION BOUNCED");
		awaitLeft(0);
	}

	@ParameterizedTest
	@EnumSource
	void knowsWhatCameBackByItsReturnPathAlone(Protocol protocol) throws Exception {
		ReturnPaths paths = Paths.of("bounces@example.org");
		BounceDesk desk = new BounceDesk(this.bounces, paths, new BounceMetrics(new SimpleMeterRegistry()));
		UUID mail = sent();
		put(quotingNothing("bounces+" + mail + "@example.org"));
		put(quotingNothing(Paths.of("bounces@example.org", "b".repeat(43) + "=").of(mail)));
		Mailbox mailbox = mailbox(protocol, new Reception(this.replies, desk));
		mailbox.read();
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION SENT");
		awaitLeft(2);
		put(quotingNothing(paths.of(mail)));
		mailbox.read();
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION BOUNCED");
		awaitLeft(2);
	}

	@ParameterizedTest
	@EnumSource
	void recordsWhatACalendarAnswersAndRemovesIt(Protocol protocol) throws Exception {
		sent();
		String uid = "salon-" + this.world.row(this.member, "CONFIRMATION").get("salon_number") + "-" + this.member
				+ "@localhost";
		put(SampleReplies.declined(uid, Fixtures.address(UUID.randomUUID()), 0, this.world.now()));
		put(SampleReplies.declined(uid, Fixtures.address(this.member), 0, this.world.now()));
		mailbox(protocol, this.reception).read();
		awaitLeft(1);
		assertThat(this.world.jdbc()
			.sql("SELECT answer FROM invitation_answer a JOIN registration r ON r.id = a.registration_id WHERE member_id = ?")
			.param(this.member)
			.query(String.class)
			.list()).containsExactly("DECLINED");
	}

	@ParameterizedTest
	@EnumSource
	void leavesWhateverElseLiesThereAndLooksAtItOnce(Protocol protocol) throws Exception {
		List<Integer> seen = new ArrayList<>();
		put(SampleReports.vacation());
		put(SampleReports.bounce(UUID.randomUUID(), "5.1.1", "550"));
		put(large());
		put(SampleReports.bounce(sent(), "5.1.1", "550 5.1.1 unknown"));
		Mailbox mailbox = mailbox(protocol, (message) -> {
			seen.add(message.length);
			return this.reception.take(message);
		});
		mailbox.read();
		mailbox.read();
		assertThat(seen).hasSize(4).contains(0);
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION BOUNCED");
		awaitLeft(3);
		assertThat(inbox().getMessages()).allSatisfy(
				(message) -> assertThat(message.isSet(Flags.Flag.FLAGGED)).isEqualTo(protocol == Protocol.IMAP));
		put(SampleReports.vacation());
		mailbox.read();
		assertThat(seen).hasSize(5);
	}

	@ParameterizedTest
	@EnumSource
	void losesNothingWhenTheLedgerCannotBeWritten(Protocol protocol) throws Exception {
		UUID mail = sent();
		put(SampleReports.bounce(mail, "5.2.2", "552 5.2.2 full"));
		put(SampleReports.bounce(mail, "5.1.1", "550 5.1.1 unknown"));
		List<byte[]> taken = new ArrayList<>();
		Mailbox mailbox = mailbox(protocol, (message) -> {
			if (taken.size() == 1) {
				throw new DataAccessResourceFailureException("away");
			}
			taken.add(message);
			return this.reception.take(message);
		});
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(mailbox::read);
		awaitLeft(1);
		assertThat(inbox().getMessages())
			.allSatisfy((message) -> assertThat(message.getFlags().contains(Flags.Flag.FLAGGED)).isFalse());
		mailbox(protocol, this.reception).read();
		assertThat(this.world.ledger(this.member)).contains("CONFIRMATION BOUNCED");
		awaitLeft(0);
	}

	@ParameterizedTest
	@EnumSource
	void doublesNothingWhenItStoppedBeforeTheMailWasRemoved(Protocol protocol) throws Exception {
		UUID mail = sent();
		put(SampleReports.bounce(mail, "5.2.2", "552 5.2.2 full"));
		List<Boolean> known = new ArrayList<>();
		Mailbox mailbox = mailbox(protocol, (message) -> {
			known.add(this.reception.take(message));
			if (known.size() == 1) {
				throw new IllegalStateException("killed after the commit");
			}
			return known.getLast();
		});
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(mailbox::read);
		mailbox.read();
		assertThat(known).containsExactly(true, true);
		awaitLeft(0);
		assertThat(this.world.row(this.member, "CONFIRMATION").get("event_version")).isEqualTo(2L);
	}

	@ParameterizedTest
	@EnumSource
	void readsMoreThanOneBatch(Protocol protocol) throws Exception {
		for (int i = 0; i < 101; i++) {
			put(SampleReports.vacation());
		}
		Mailbox mailbox = mailbox(protocol, this.reception);
		assertThat(mailbox.read()).isTrue();
		assertThat(mailbox.read()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void readsOnItsOwnAndGoesOnAfterTheServerTurnedItAway(Protocol protocol) throws Exception {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		MailboxPoll poll = new MailboxPoll(properties(protocol, url(protocol), "changed"), this.reception,
				new BounceMetrics(meters));
		put(SampleReports.bounce(sent(), "5.1.1", "550 5.1.1 unknown"));
		poll.start();
		try {
			Awaitility.await("polls that fail")
				.atMost(World.PATIENCE)
				.until(() -> meters
					.counter("salon.notification.bounce.polls", "result", "failed", "protocol", protocol.tag())
					.count() >= 2);
			this.user = this.server.setUser("bounces@example.org", "bounces", "changed");
			this.world.awaitLedger(this.member, "CONFIRMATION BOUNCED");
			awaitLeft(0);
		}
		finally {
			poll.stop();
		}
		assertThat(poll.isRunning()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void saysThatAServerInClearElsewhereIsNotSpokenTo(Protocol protocol) {
		Mailbox mailbox = mailbox(properties(protocol, url(protocol).replace("127.0.0.1", "127.0.0.2"), "secret"),
				this.reception);
		assertThatExceptionOfType(MessagingException.class).isThrownBy(mailbox::read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail.example.org", "http://mail.example.org", "%1$ss://", "%1$ss:///INBOX",
			"%1$ss://user:top-secret@mail.example.org", "%1$ss://mail example", "%2$ss://mail.example.org" })
	void refusesToStartWithAnAddressThatIsNone(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MailboxAccount.imap(properties(Protocol.IMAP, url.formatted("imap", "pop3"), "x")))
			.withMessageContaining("SALON_BOUNCE_IMAP_URL")
			.withMessageNotContaining("top-secret");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MailboxAccount.pop3(properties(Protocol.POP3, url.formatted("pop3", "imap"), "x")))
			.withMessageContaining("SALON_BOUNCE_POP3_URL")
			.withMessageNotContaining("top-secret");
	}

	@Test
	void refusesAnotherFolderOfPop3WhichHasOnlyOne() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MailboxAccount.pop3(properties(Protocol.POP3, "pop3s://mail.example.org/Other", "x")));
	}

	@Test
	void readsNoMailboxUnlessOneIsNamed() {
		MailboxPoll poll = new MailboxPoll(properties(Protocol.IMAP, "", ""), this.reception,
				new BounceMetrics(new SimpleMeterRegistry()));
		poll.start();
		assertThat(poll.isRunning()).isFalse();
	}

	private Mailbox mailbox(Protocol protocol, Mailbox.Desk desk) {
		return mailbox(properties(protocol, url(protocol), "secret"), desk);
	}

	private static Mailbox mailbox(BounceProperties properties, Mailbox.Desk desk) {
		return MailboxAccount.imap(properties)
			.map((account) -> new Mailbox(account, new FlaggedMails(), desk))
			.orElseGet(() -> new Mailbox(MailboxAccount.pop3(properties).orElseThrow(), new RememberedMails(), desk));
	}

	private String url(Protocol protocol) {
		return (protocol == Protocol.IMAP) ? "imap://127.0.0.1:" + this.server.getImap().getPort() + "/INBOX"
				: "pop3://127.0.0.1:" + this.server.getPop3().getPort();
	}

	private static BounceProperties properties(Protocol protocol, String url, String password) {
		Duration poll = Duration.ofMillis(200);
		return (protocol == Protocol.IMAP) ? new BounceProperties(url, "bounces", password, "", "", "", poll)
				: new BounceProperties("", "", "", url, "bounces", password, poll);
	}

	/** A report of a server that says nothing of the mail itself. */
	private static byte[] quotingNothing(String to) {
		return SampleReports
			.bytes(SampleReports.notification("failed", "5.1.1", "550 no", "Content-Type: text/plain\n\nnothing")
				.replace("To: salon@example.org", "To: " + to));
	}

	/** The server takes leave of POP3 before it removes what it was asked to. */
	private void awaitLeft(int mails) {
		Awaitility.await(mails + " mails in the mailbox")
			.atMost(World.PATIENCE)
			.until(() -> inbox().getMessages().size() == mails);
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
