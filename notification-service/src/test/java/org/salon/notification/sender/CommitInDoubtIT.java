package org.salon.notification.sender;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salon.events.salon.SalonAnnounced;
import org.salon.localstack.LocalStack;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.database.CommitProxy;
import org.salon.notification.database.CommitProxy.Moment;
import org.salon.notification.database.Detour;
import org.salon.notification.database.Work;
import org.salon.notification.smtp.ScriptedSmtp;
import org.salon.notification.smtp.ScriptedSmtp.Accepted;
import org.salon.notification.smtp.ScriptedSmtp.Fault;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection to the database breaks at a commit, of which nobody knows then whether
 * it was done.
 */
@NotificationTest
class CommitInDoubtIT {

	private static final int PEOPLE = 240;

	private static final int CUTS = 6;

	/** A group that starts mails: it keeps several of them as they are. */
	private static final Predicate<Work> GROUP = (work) -> work.says("SET state = 'SENDING'") && work.mostRows() > 1;

	private static final Predicate<Work> ANY = (work) -> work.says("UPDATE delivery d SET state");

	@Autowired
	private World world;

	@Autowired
	private Sender sender;

	@Autowired
	private Detour detour;

	@Autowired
	private JavaMailSenderImpl mailServer;

	private final ScriptedSmtp smtp = new ScriptedSmtp();

	private final int number = Fixtures.number();

	private final List<UUID> members = Stream.generate(UUID::randomUUID).limit(PEOPLE).toList();

	private CommitProxy proxy;

	private HikariDataSource pool;

	@BeforeEach
	void planWhileNobodySends() {
		this.sender.stop();
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.members
			.forEach((member) -> this.world.tell(Fixtures.registered(this.number, member, this.world.now()), 1));
		Awaitility.await("all are planned")
			.atMost(World.PATIENCE)
			.until(() -> rows("state = 'PLANNED'").size() == PEOPLE);
		// Answers that come at the same time make turns that come at the same time.
		this.smtp.always(new Fault(ScriptedSmtp.Moment.DOT, "250 2.0.0 taken", Integer.MAX_VALUE, 20));
		this.mailServer.setHost("127.0.0.1");
		this.mailServer.setPort(this.smtp.port());
		this.proxy = this.detour.proxy();
		this.pool = this.detour.through(this.proxy);
	}

	@AfterEach
	void goStraightAgain() throws Exception {
		this.sender.stop();
		this.detour.straight();
		this.pool.close();
		this.proxy.close();
		this.mailServer.setPort(LocalStack.shared().smtpPort());
		this.sender.start();
		this.smtp.close();
	}

	@ParameterizedTest
	@EnumSource
	void sendsEachOfAGroupOnceThoughNobodyKnowsWhetherItIsCommitted(Moment moment) {
		send(moment, GROUP);
		assertThat(this.proxy.cuts()).as("groups whose commit was in doubt").isEqualTo(CUTS);
		assertEachSentOnce();
	}

	@ParameterizedTest
	@EnumSource
	void leavesNoMailBehindWhateverCommitOfTheSenderIsInDoubt(Moment moment) {
		send(moment, ANY);
		assertThat(this.proxy.cuts()).as("commits in doubt").isEqualTo(CUTS);
		assertEachSentOnce();
	}

	private void send(Moment moment, Predicate<Work> aim) {
		this.proxy.cut(moment, CUTS, aim);
		this.sender.start();
		Awaitility.await("all are sent")
			.atMost(World.PATIENCE)
			.untilAsserted(() -> assertThat(rows("state <> 'SENT'")).isEmpty());
	}

	/** Or, where that was not known, again as the identical message. */
	private void assertEachSentOnce() {
		List<String> unknown = rows("unknown");
		assertThat(this.members).map(Fixtures::address).allSatisfy((address) -> {
			List<Accepted> accepted = this.smtp.accepted(address);
			assertThat(accepted).isNotEmpty().allMatch(accepted.getFirst()::equals);
			assertThat(accepted.size()).as(address).isLessThanOrEqualTo(unknown.contains(address) ? 2 : 1);
		});
		assertThat(rows("NOT (state = 'SENT' AND sent_at IS NOT NULL AND lease_owner IS NULL AND event_version = 1)"))
			.isEmpty();
		assertThat(rows("NOT EXISTS (SELECT 1 FROM delivery_message m WHERE m.delivery_id = d.id)")).isEmpty();
		assertThat(rows("(SELECT count(*) FROM messaging.outbox o WHERE o.subject = 'delivery/' || d.id) <> 1"))
			.isEmpty();
	}

	private List<String> rows(String condition) {
		return this.world.jdbc()
			.sql("SELECT address FROM delivery d WHERE salon_number = ? AND kind = 'CONFIRMATION' AND " + condition)
			.param(this.number)
			.query(String.class)
			.list();
	}

}
