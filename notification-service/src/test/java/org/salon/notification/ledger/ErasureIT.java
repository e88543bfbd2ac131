package org.salon.notification.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.database.Columns;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.MemberPlan;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing of a person stays behind: not of one who is erased in the very moment in which
 * a sender is at a mail to them, nor of one whose mail came to nothing.
 */
@NotificationTest
class ErasureIT {

	@Autowired
	private LeasedRows leased;

	@Autowired
	private PlannedRows planned;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private World world;

	private final UUID member = UUID.randomUUID();

	private final UUID delivery = UUID.randomUUID();

	@AfterEach
	void tidy() {
		this.jdbc.sql("DELETE FROM delivery WHERE id = ?").param(this.delivery).update();
	}

	@Test
	void forgetsAddressThatIsJustBeingSuppressed() {
		Lease lease = held("SENDING");
		oneAfterTheOther(() -> refuse(lease), () -> this.planned.erase(this.member));
		assertForgotten();
	}

	@Test
	void suppressesNoAddressThatIsJustBeingForgotten() {
		Lease lease = held("SENDING");
		oneAfterTheOther(() -> this.planned.erase(this.member), () -> refuse(lease));
		assertForgotten();
	}

	@Test
	void forgetsMessageThatIsJustBeingHandedOver() {
		Lease lease = held("LEASED");
		oneAfterTheOther(() -> assertThat(send(lease)).isTrue(), () -> this.planned.erase(this.member));
		assertForgotten();
	}

	@Test
	void handsOverNothingToOneWhoIsJustBeingForgotten() {
		Lease lease = held("LEASED");
		oneAfterTheOther(() -> this.planned.erase(this.member), () -> assertThat(send(lease)).isFalse());
		assertForgotten();
	}

	@Test
	void forgetsMessageOfUnknownOutcomeOnceItsTimeHasPassed() {
		held("UNKNOWN");
		this.jdbc.sql("INSERT INTO delivery_message (delivery_id, content) VALUES (?, '')")
			.param(this.delivery)
			.update();
		this.transactions.executeWithoutResult((status) -> {
			Instant late = this.world.now().plus(Duration.ofDays(2));
			assertThat(this.leased.expire(late)).extracting(Outcome::deliveryId).contains(this.delivery);
			assertThat(messages()).isZero();
			status.setRollbackOnly();
		});
	}

	private long messages() {
		return this.jdbc.sql("SELECT count(*) FROM delivery_message WHERE delivery_id = ?")
			.param(this.delivery)
			.query(Long.class)
			.single();
	}

	private void refuse(Lease lease) {
		this.leased.settle(Settlement.failed(lease, "550 5.1.1 no such address", true), this.world.now());
	}

	private boolean send(Lease lease) {
		byte[] mime = ("To: " + address()).getBytes(StandardCharsets.UTF_8);
		return this.leased.startSending(new Draft(lease, mime, new Frozen(null, mime), null, null), this.world.now());
	}

	private void oneAfterTheOther(Runnable first, Runnable second) {
		Race.run(this.transactions, this.jdbc, first, second);
	}

	private Lease held(String state) {
		Instant now = this.world.now();
		return this.jdbc
			.sql("""
					INSERT INTO delivery AS d (id, channel, member_id, kind, occurrence, priority, state, due_at, attempt_at,
						not_after, address, caused_by, caused_at, fence, lease_until)
					VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, 1, 'infinity') RETURNING %s"""
				.formatted(Lease.COLUMNS))
			.params(this.delivery, Channels.MAIL, this.member, DeliveryKind.SUBSCRIPTION_CHECK.name(), MemberPlan.ONCE,
					state, Columns.timestamp(now), Columns.timestamp(now),
					Columns.timestamp(now.plus(Duration.ofDays(1))), address(), UUID.randomUUID(),
					Columns.timestamp(now))
			.query(Lease::of)
			.single();
	}

	private void assertForgotten() {
		assertThat(this.jdbc.sql("""
				SELECT (SELECT count(*) FROM suppression WHERE address = lower(:address))
					+ (SELECT count(*) FROM delivery_message WHERE delivery_id = :delivery)
					+ (SELECT count(*) FROM delivery WHERE member_id = :member AND address IS NOT NULL)""")
			.param("address", address())
			.param("delivery", this.delivery)
			.param("member", this.member)
			.query(Long.class)
			.single()).isZero();
	}

	private String address() {
		return Fixtures.address(this.member);
	}

}
