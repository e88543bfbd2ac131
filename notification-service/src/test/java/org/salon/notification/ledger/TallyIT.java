package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.salon.events.member.MemberErased;
import org.salon.events.registration.RegistrationCancelled;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonCancelled;
import org.salon.events.salon.SalonStatus;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to mails, what is counted of a salon is what the ledger has. */
@NotificationTest
class TallyIT {

	@Autowired
	private World world;

	@Autowired
	private Tally tally;

	@Autowired
	private SalonMailCounts counts;

	@Autowired
	private OutcomeCharts charts;

	@Autowired
	private Retries retries;

	@Autowired
	private Bounces bounces;

	private final int number = Fixtures.number();

	@Test
	void staysWhatTheLedgerHasOverAllThatCanHappen() {
		Instant start = this.world.now().plus(Duration.ofDays(3));
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, start)), 1);
		UUID came = register();
		UUID refused = suppressed();
		UUID left = register();
		UUID erased = register();
		this.world.awaitLedger(refused, "CONFIRMATION SUPPRESSED");
		assertCounted();
		assertThat(this.counts.of(this.number).waiting()).isEqualTo(8);
		assertThat(this.counts.of(this.number).next()).extracting(SalonMails.Next::kind)
			.containsOnly(DeliveryKind.REMINDER);

		this.retries.retry(id(refused));
		this.world.awaitLedger(refused, "CONFIRMATION SENT");
		this.world.awaitLedger(came, "CONFIRMATION SENT");
		assertThat(this.bounces.bounced(id(came), "552 5.2.2 mailbox full", false)).isEqualTo(Bounces.Effect.RECORDED);
		this.world.tell(new RegistrationCancelled(
				Fixtures.registration(this.number, left, RegistrationStatus.CANCELLED, this.world.now())), 2);
		this.world.awaitLedger(left, "WITHDRAWN SENT", "REMINDER CANCELLED", "REMINDER CANCELLED");
		this.world.tell(new MemberErased(erased), 1);
		this.world.awaitLedger(erased, "REMINDER CANCELLED", "REMINDER CANCELLED");
		assertCounted();
		SalonMails mails = this.counts.of(this.number);
		assertThat(mails.allOut()).isFalse();
		assertThat(mails.undeliveredTotal()).isEqualTo(1);
		assertThat(mails.undelivered()).singleElement().satisfies((one) -> {
			assertThat(one.recipient()).isEqualTo(Fixtures.address(came));
			assertThat(one.state()).isEqualTo(LedgerState.BOUNCED);
			assertThat(one.reason()).contains("mailbox full");
		});

		// Signed up anew, what was called off is open again.
		this.world.tell(Fixtures.registered(this.number, left, this.world.now()), 3);
		this.world.awaitLedger(left, "REMINDER PLANNED", "REMINDER PLANNED");
		assertCounted();
		this.world.tell(new SalonCancelled(Fixtures.salon(this.number, start, "Non-IID 数据集", SalonStatus.CANCELLED, 1)),
				2);
		this.world.awaitLedger(came, "CANCELLED SENT");
		this.world.awaitLedger(left, "CANCELLED SENT");
		assertCounted();
		assertThat(this.counts.of(this.number).allOut()).isTrue();

		Map<String, Long> before = counted();
		this.tally.sumUp();
		assertThat(counted()).isEqualTo(before);
		Instant now = this.world.now();
		assertThat(this.charts.outcomes(this.number, now.minus(Duration.ofHours(2)), now.plusSeconds(1)).points())
			.anySatisfy((point) -> {
				assertThat(point.kind()).isEqualTo(DeliveryKind.CONFIRMATION);
				assertThat(point.outcome()).isEqualTo(LedgerState.SENT);
			});
		OutcomeCharts.Waits waits = this.charts.promptness(this.number, now.minus(Duration.ofHours(2)),
				now.plusSeconds(1));
		assertThat(waits.confirmations()).isPositive()
			.isEqualTo(waits.waits().stream().mapToLong(OutcomeCharts.Wait::confirmations).sum());
		assertThat(waits.waits()).hasSize(Promptness.STEPS.size());
	}

	private UUID register() {
		UUID member = UUID.randomUUID();
		this.world.tell(Fixtures.registered(this.number, member, this.world.now()), 1);
		this.world.awaitLedger(member, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
		return member;
	}

	private UUID suppressed() {
		UUID member = UUID.randomUUID();
		this.world.jdbc()
			.sql("INSERT INTO suppression VALUES (?, 'complaint', now())")
			.param(Fixtures.address(member))
			.update();
		this.world.tell(Fixtures.registered(this.number, member, this.world.now()), 1);
		return member;
	}

	private UUID id(UUID member) {
		return (UUID) this.world.row(member, "CONFIRMATION").get("id");
	}

	private void assertCounted() {
		Awaitility.await("what is counted is what there is")
			.atMost(World.PATIENCE)
			.untilAsserted(() -> assertThat(counted()).isEqualTo(inTheLedger()));
	}

	private Map<String, Long> counted() {
		Map<String, Long> counted = new HashMap<>();
		this.tally.ofSalon(this.number)
			.forEach((count) -> counted.put(count.kind() + " " + count.state(), count.mails()));
		return counted;
	}

	private Map<String, Long> inTheLedger() {
		Map<String, Long> rows = new HashMap<>();
		this.world.jdbc()
			.sql("""
					SELECT kind || ' ' || state AS name, count(*) AS mails FROM delivery
					WHERE salon_number = ? AND NOT open GROUP BY 1""")
			.param(this.number)
			.query((row, index) -> Map.entry(row.getString("name"), row.getLong("mails")))
			.list()
			.forEach((entry) -> rows.put(entry.getKey(), entry.getValue()));
		return rows;
	}

}
