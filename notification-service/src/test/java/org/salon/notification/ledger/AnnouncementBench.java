package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.plan.CalendarMethod;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.plan.MemberPlan;
import org.salon.notification.plan.PlannedDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An announcement to a million: in one statement, and as it is done. No test of the
 * suite: {@code -Dit.test=AnnouncementBench}, and {@code -Dsalon.bench.subscribers} for
 * another number.
 */
@NotificationTest
@TestPropertySource(properties = "salon.sender.enabled=false")
class AnnouncementBench {

	private static final Logger log = LoggerFactory.getLogger(AnnouncementBench.class);

	private static final int SUBSCRIBERS = Integer.getInteger("salon.bench.subscribers", 1_000_000);

	@Autowired
	private AnnouncementRows rows;

	@Autowired
	private AnnouncementRuns runs;

	@Autowired
	private AnnouncementControl control;

	@Autowired
	private SendLedger ledger;

	@Autowired
	private World world;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private final int number = Fixtures.number();

	@Test
	void announces() {
		timed("subscribers made", () -> this.jdbc.sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation,
					subscribed_at)
				SELECT gen_random_uuid(), '', 'b' || n || '@example.org', 'en', true, true, true, 0, 'epoch'
				FROM generate_series(1, ?) n
				""").param(SUBSCRIBERS).update());
		this.jdbc.sql("ANALYZE member").update();
		timed("planned in one statement, taken back", () -> this.transactions.execute((status) -> {
			status.setRollbackOnly();
			Instant now = this.world.now();
			return this.rows
				.insert(new AnnouncementRun(this.number, AnnouncementRun.State.GOING, null, now,
						new Cause(UUID.randomUUID(), now), now.plus(Duration.ofDays(3)), AnnouncementRun.NOBODY, false,
						true), planned(now), Integer.MAX_VALUE)
				.planned();
		}));
		this.jdbc.sql("VACUUM ANALYZE delivery").update();
		SalonAnnounced announced = new SalonAnnounced(
				Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3))));
		whileOthersRegister("planned range by range", () -> {
			long begin = System.nanoTime();
			this.world.tell(announced, 1);
			this.world.awaitHandled(announced, 1);
			log.info("BENCH the event itself took {} ms", millis(begin));
			return settled();
		});
		assertThat(this.control.find(this.number).orElseThrow().planned()).isEqualTo(SUBSCRIBERS);
		this.jdbc.sql("VACUUM ANALYZE delivery").update();
		claims("going");
		timed("paused", () -> this.control.pause(this.number));
		claims("paused");
		timed("looked at", () -> this.control.find(this.number));
		timed("resumed", () -> this.control.resume(this.number));
		timed("cancel asked for", () -> this.control.cancel(this.number));
		whileOthersRegister("closed", this::settled);
	}

	private Object settled() {
		Awaitility.await("the announcement is at rest")
			.atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> this.runs.atWork().isEmpty());
		return this.number;
	}

	private void claims(String what) {
		List<Long> times = new ArrayList<>();
		for (int index = 0; index < 200; index++) {
			long begin = System.nanoTime();
			this.transactions.executeWithoutResult((status) -> {
				this.ledger.claim(UUID.randomUUID(), 32, Duration.ofMinutes(1));
				status.setRollbackOnly();
			});
			times.add(System.nanoTime() - begin);
		}
		Collections.sort(times);
		log.info("BENCH claim of 32 while {}: median {} us, 99 of 100 {} us", what, times.get(100) / 1_000,
				times.get(197) / 1_000);
	}

	/**
	 * Another salon's registrations, one after the other: how long each takes meanwhile.
	 */
	private void whileOthersRegister(String what, Supplier<?> work) {
		int other = Fixtures.number();
		SalonAnnounced announced = new SalonAnnounced(
				Fixtures.salon(other, this.world.now().minus(Duration.ofDays(3))));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
		CompletableFuture<?> done = CompletableFuture.supplyAsync(() -> timed(what, work));
		List<Long> times = new ArrayList<>();
		while (!done.isDone()) {
			long begin = System.nanoTime();
			var registered = Fixtures.registered(other, UUID.randomUUID(), this.world.now());
			this.world.tell(registered, 1);
			this.world.awaitHandled(registered, 1);
			times.add(millis(begin));
		}
		done.join();
		Collections.sort(times);
		log.info("BENCH {} registrations handled meanwhile: median {} ms, slowest {} ms", times.size(),
				times.get(times.size() / 2), times.getLast());
	}

	private static <T> T timed(String what, Supplier<T> work) {
		long begin = System.nanoTime();
		T result = work.get();
		Runtime runtime = Runtime.getRuntime();
		log.info("BENCH {}: {} ms, heap in use {} MB", what, millis(begin),
				(runtime.totalMemory() - runtime.freeMemory()) >> 20);
		return result;
	}

	private static PlannedDelivery planned(Instant now) {
		return new PlannedDelivery(DeliveryKind.ANNOUNCEMENT, MemberPlan.ONCE, now, now.plus(Duration.ofDays(3)),
				CalendarMethod.NONE, PlannedDelivery.Fate.SEND, null);
	}

	private static long millis(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).toMillis();
	}

}
