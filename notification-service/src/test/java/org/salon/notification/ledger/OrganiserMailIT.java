package org.salon.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.member.Members;
import org.salon.notification.salon.Salons;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A digest names people, and the row in the ledger is none of theirs: still nobody who is
 * erased while it is begun is named in what is kept, or sent, afterwards.
 */
@NotificationTest
class OrganiserMailIT {

	@Autowired
	private SendLedger ledger;

	@Autowired
	private OrganiserMail mail;

	@Autowired
	private Reconciler reconciler;

	@Autowired
	private Members members;

	@Autowired
	private Salons salons;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private World world;

	private final UUID member = UUID.randomUUID();

	private final UUID organiser = UUID.randomUUID();

	@BeforeEach
	void know() {
		this.members.introduce(this.member, "李雷", Fixtures.address(this.member), "zh-CN");
	}

	@AfterEach
	void tidy() {
		this.jdbc.sql("DELETE FROM delivery WHERE member_id = ?").param(this.organiser).update();
		this.members.erase(this.member);
	}

	@Test
	void isNotBegunOnceSomebodyWhomItNamesIsBeingErased() {
		Draft draft = draft();
		oneAfterTheOther(this::erase, () -> assertThat(this.ledger.turn(null, draft)).isFalse());
		assertThat(kept()).isZero();
	}

	@Test
	void isForgottenByWhoIsErasedWhileItIsBegun() {
		Draft draft = draft();
		oneAfterTheOther(() -> {
			assertThat(this.mail.standsStill(draft)).isTrue();
			assertThat(this.ledger.turn(null, draft)).isTrue();
			assertThat(kept()).isOne();
		}, this::erase);
		assertThat(kept()).isZero();
	}

	@Test
	void isNotRepeatedAsItWasOnceItIsForgotten() {
		Draft draft = draft();
		assertThat(this.ledger.turn(null, draft)).isTrue();
		this.jdbc.sql("UPDATE delivery SET state = 'LEASED', unknown = true WHERE member_id = ?")
			.param(this.organiser)
			.update();
		Draft again = new Draft(draft.lease(), draft.mime(), null, null, null);
		this.transactions.executeWithoutResult((status) -> erase());
		assertThat(this.ledger.turn(null, again)).isFalse();
		assertThat(kept()).isZero();
	}

	@Test
	void isRepeatedAsItWasWhileNobodyIsErased() {
		Draft draft = draft();
		assertThat(this.ledger.turn(null, draft)).isTrue();
		this.jdbc.sql("UPDATE delivery SET state = 'LEASED', unknown = true WHERE member_id = ?")
			.param(this.organiser)
			.update();
		assertThat(this.ledger.turn(null, new Draft(draft.lease(), draft.mime(), null, null, null))).isTrue();
	}

	/** Due long ago by the ledger's clock, and in this test's hand already. */
	private Draft draft() {
		Instant now = this.world.now();
		Instant later = now.plus(Duration.ofDays(1));
		this.mail.plan(this.organiser, "organiser@example.org", LocalDate.EPOCH, later, later.plusSeconds(60));
		Lease lease = this.jdbc.sql("""
				UPDATE delivery d SET state = 'LEASED', fence = 1, lease_until = 'infinity' WHERE d.member_id = ?
				RETURNING %s
				""".formatted(Lease.COLUMNS)).param(this.organiser).query(Lease::of).single();
		byte[] mime = "李雷".getBytes(StandardCharsets.UTF_8);
		return new Draft(lease, mime, new Frozen(null, mime), Revision.naming(Set.of(this.member)), null);
	}

	/** As the event that somebody was erased does. */
	private void erase() {
		this.salons.lockToSubscribe();
		this.reconciler.erase(this.member);
		this.members.erase(this.member);
	}

	private long kept() {
		return this.jdbc.sql(
				"SELECT count(*) FROM delivery d JOIN delivery_message m ON m.delivery_id = d.id WHERE d.member_id = ?")
			.param(this.organiser)
			.query(Long.class)
			.single();
	}

	private void oneAfterTheOther(Runnable first, Runnable second) {
		Race.run(this.transactions, this.jdbc, first, second);
	}

}
