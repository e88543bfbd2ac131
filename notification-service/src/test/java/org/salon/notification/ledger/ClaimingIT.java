package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.StoppedClock;
import org.salon.notification.ledger.QueueView.Held;
import org.salon.notification.ledger.QueueView.Reason;
import org.salon.notification.limit.LimitProperties;
import org.salon.notification.limit.SendLimits;
import org.salon.notification.metrics.QueueMetrics;
import org.salon.notification.plan.DeliveryKind;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who goes when, of rows that are taken back, at a time at which nothing of other tests
 * is due.
 */
@NotificationTest
@Transactional
class ClaimingIT {

	private static final Duration LEASE = Duration.ofMinutes(1);

	@Autowired
	private DueRows rows;

	@Autowired
	private QueueRows queueRows;

	private final UUID owner = UUID.randomUUID();

	private final StoppedClock clock = new StoppedClock(Instant.parse("2001-06-01T08:00:00Z"));

	private final JdbcClient jdbc;

	private final int number = Fixtures.number();

	private final Waiting waiting;

	@Autowired
	ClaimingIT(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.waiting = new Waiting(jdbc, this.number);
	}

	@Test
	void takesAConfirmationBeforeAHundredThousandAnnouncements() {
		this.waiting.add(DeliveryKind.ANNOUNCEMENT, 100_000, "example.org", ago(60));
		Claiming claiming = claiming(null, List.of());
		assertThat(claim(claiming, 8)).hasSize(8).allMatch((lease) -> lease.kind() == DeliveryKind.ANNOUNCEMENT);
		this.waiting.add(DeliveryKind.REPLAY, 1, "example.org", ago(50));
		this.waiting.add(DeliveryKind.REMINDER, 1, "example.org", ago(2));
		this.waiting.add(DeliveryKind.CONFIRMATION, 1, "example.org", ago(1));
		assertThat(claim(claiming, 4)).extracting(Lease::kind)
			.containsExactly(DeliveryKind.CONFIRMATION, DeliveryKind.REMINDER, DeliveryKind.ANNOUNCEMENT,
					DeliveryKind.ANNOUNCEMENT);
	}

	@Test
	void takesNoOtherMailOfAPersonBeforeTheOneThatMayHaveBeenSent() {
		this.waiting.add(DeliveryKind.REMINDER, 1, "example.org", ago(9));
		this.waiting.add(DeliveryKind.CONFIRMATION, 1, "example.org", ago(60));
		this.jdbc.sql("UPDATE delivery SET member_id = ? WHERE salon_number = ?")
			.params(UUID.randomUUID(), this.number)
			.update();
		this.jdbc.sql("""
				UPDATE delivery SET state = 'LEASED', unknown = true, lease_until = now() - interval '1 second'
				WHERE salon_number = ? AND kind = 'REMINDER'
				""").param(this.number).update();
		assertThat(claim(claiming(null, List.of()), 8)).extracting(Lease::kind).containsExactly(DeliveryKind.REMINDER);
	}

	@Test
	void keepsTheLimitOfAllAndSpendsItOnTheMostUrgent() {
		this.waiting.add(DeliveryKind.ANNOUNCEMENT, 100, "example.org", ago(60));
		this.waiting.add(DeliveryKind.CONFIRMATION, 1, "example.org", ago(1));
		this.waiting.add(DeliveryKind.REMINDER, 1, "example.org", ago(2));
		Claiming claiming = claiming(60, List.of());
		assertThat(claim(claiming, 8)).extracting(Lease::kind).containsExactly(DeliveryKind.CONFIRMATION);
		assertThat(claim(claiming, 8)).isEmpty();
		assertThat(claiming.nextDue(this.clock.instant())).contains(this.clock.instant().plusSeconds(1));
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(claim(claiming, 8)).extracting(Lease::kind).containsExactly(DeliveryKind.REMINDER);
	}

	@Test
	void letsADomainAtItsLimitHoldUpNobodyElse() {
		this.waiting.add(DeliveryKind.ANNOUNCEMENT, 5_000, "QQ.com", ago(60));
		this.waiting.add(DeliveryKind.ANNOUNCEMENT, 20, "example.org", ago(1));
		Claiming claiming = claiming(null, List.of("qq.com=60"));
		List<Lease> taken = new ArrayList<>();
		for (int turn = 0; turn < 8; turn++) {
			taken.addAll(claim(claiming, 8));
		}
		assertThat(taken).filteredOn((lease) -> address(lease).endsWith("@QQ.com")).hasSize(1);
		assertThat(taken).filteredOn((lease) -> address(lease).endsWith("@example.org")).hasSize(20);
		assertThat(this.waiting.count("state = 'PLANNED' AND lane LIKE '%@qq.com' AND attempts = 0")).isEqualTo(4_999);
		assertThat(claiming.nextDue(this.clock.instant())).contains(this.clock.instant().plusSeconds(1));
	}

	@Test
	void spendsTheLimitOfADomainOnTheMostUrgentThere() {
		this.waiting.add(DeliveryKind.ANNOUNCEMENT, 50, "qq.com", ago(60));
		Claiming claiming = claiming(null, List.of("qq.com=60"));
		assertThat(claim(claiming, 8)).hasSize(1);
		assertThat(claim(claiming, 8)).isEmpty();
		this.waiting.add(DeliveryKind.CONFIRMATION, 1, "qq.com", ago(1));
		this.waiting.add(DeliveryKind.CONFIRMATION, 1, "example.org", ago(1));
		assertThat(claim(claiming, 8)).extracting(ClaimingIT::address).containsExactly("m1@example.org");
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(claim(claiming, 8)).extracting(Lease::kind).containsExactly(DeliveryKind.CONFIRMATION);
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(claim(claiming, 8)).extracting(Lease::kind).containsExactly(DeliveryKind.ANNOUNCEMENT);
	}

	@Test
	void takesAllOnceALimitIsGone() {
		this.waiting.add(DeliveryKind.ANNOUNCEMENT, 50, "qq.com", ago(60));
		assertThat(claim(claiming(null, List.of("qq.com=1")), 100)).hasSize(1);
		assertThat(claim(claiming(null, List.of()), 100)).hasSize(49);
	}

	@Test
	void showsWhatWaitsForWhat() {
		this.waiting.add(DeliveryKind.ANNOUNCEMENT, 121, "qq.com", ago(60));
		this.waiting.add(DeliveryKind.REPLAY, 6, "example.org", ago(30));
		SendLimits limits = limits(600, List.of("qq.com=60"));
		Claiming claiming = new Claiming(this.rows, limits);
		claim(claiming, 8);
		claim(claiming, 8);
		claim(claiming, 8);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		Queue queue = new Queue(this.queueRows, limits, new QueueMetrics(registry), this.clock);
		QueueView view = queue.view();
		assertThat(view.held()).contains(new Held(Reason.DOMAIN, "qq.com", null, 60, 120));
		assertThat(view.due()).isEqualTo(120);
		assertThat(view.oldestDueAge()).isBetween(59.9, 60.0);
		assertThat(view.throughAt()).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(2)));
		assertThat(view.backlog()).contains(new QueueView.Backlog(DeliveryKind.ANNOUNCEMENT, LedgerState.PLANNED, 120));
		assertThat(registry.get("salon.deliveries.held").tag("reason", "domain").gauge().value()).isEqualTo(120);
		assertThat(registry.get("salon.deliveries.held").tag("reason", "limit").gauge().value()).isZero();
	}

	@Test
	void showsWhatWaitsForTheLimitOfAll() {
		this.waiting.add(DeliveryKind.REPLAY, 61, "example.org", ago(30));
		SendLimits limits = limits(60, List.of());
		assertThat(claim(new Claiming(this.rows, limits), 8)).hasSize(1);
		QueueView view = new Queue(this.queueRows, limits, new QueueMetrics(new SimpleMeterRegistry()), this.clock)
			.view();
		assertThat(view.held()).containsExactly(new Held(Reason.LIMIT, null, null, 60, 60));
		assertThat(view.throughAt()).isEqualTo(this.clock.instant().plus(Duration.ofMinutes(1)));
	}

	private List<Lease> claim(Claiming claiming, int limit) {
		return claiming.claim(this.owner, limit, LEASE, this.clock.instant());
	}

	private Claiming claiming(@Nullable Integer perMinute, List<String> domains) {
		return new Claiming(this.rows, limits(perMinute, domains));
	}

	private SendLimits limits(@Nullable Integer perMinute, List<String> domains) {
		return new SendLimits(new LimitProperties(perMinute, null, domains), this.clock);
	}

	private Instant ago(int seconds) {
		return this.clock.instant().minusSeconds(seconds);
	}

	private static String address(Lease lease) {
		return String.valueOf(lease.address());
	}

}
