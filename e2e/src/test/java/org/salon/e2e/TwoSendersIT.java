package org.salon.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.salon.e2e.FaultyMailServer.Fault;
import org.salon.e2e.FaultyMailServer.Script;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two notification-services share one ledger, and what can happen to a sender happens.
 * Faults fall by a seed, which is printed and can be set: {@code -Dsalon.faults.seed=…};
 * {@code -Dsalon.faults.times=…} lets each come more often than once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoSendersIT {

	private static final long SEED = Long.getLong("salon.faults.seed", System.nanoTime() & 0xffff_ffffL);

	private static final int TIMES = Integer.getInteger("salon.faults.times", 1);

	/** To whom a reminder is due in the turn of one fault. */
	private static final int SOME = 200;

	/** How many such turns there are, each fault once. */
	private static final int TURNS = 12;

	@TempDir
	private static Path folder;

	private static Senders senders;

	@BeforeAll
	static void start() throws IOException {
		// One for all people at once, and as many as the turns need.
		senders = new Senders(folder, SEED, 1 + Math.ceilDiv(TURNS * TIMES * SOME, Senders.PEOPLE));
		senders.start();
	}

	@AfterAll
	static void stop() throws IOException {
		if (senders != null) {
			System.out.println(senders.table());
			senders.close();
		}
	}

	@Test
	@Order(1)
	void bothTakeAFairShareOfAThousandReminders() {
		assertThat(senders.people()).hasSize(Senders.PEOPLE);
		int before = senders.log().size();
		ReminderTurn turn = new ReminderTurn(senders, "none", Senders.PEOPLE);
		turn.end(0);
		Map<String, Long> shares = senders.log()
			.since(before)
			.stream()
			.collect(Collectors.groupingBy(Acceptance::door, Collectors.counting()));
		assertThat(shares.get(Senders.FIRST)).as("of %s", shares).isGreaterThan(Senders.PEOPLE / 5);
		assertThat(shares.get(Senders.SECOND)).as("of %s", shares).isGreaterThan(Senders.PEOPLE / 5);
	}

	@Test
	@Order(2)
	void whatAKilledSenderHadInHandGoesToTheOther() {
		repeat((random) -> {
			senders.server().follow(Script.paced(20));
			ReminderTurn turn = new ReminderTurn(senders, "kill -9 of a sender", SOME);
			turn.awaitAccepted(random.nextInt(20, SOME / 3));
			senders.second().kill();
			MailAudit audit = turn.end(1);
			assertThat(audit.unknown()).as("one for each of its connections").isLessThanOrEqualTo(Senders.CONNECTIONS);
			senders.second().start();
		});
	}

	@Test
	@Order(3)
	void aSenderThatIsStartedAgainByItselfFindsEverythingInOrder() {
		repeat((random) -> {
			senders.server().follow(Script.paced(20));
			ReminderTurn turn = new ReminderTurn(senders, "kill -9 of the supervised one", SOME);
			turn.awaitAccepted(random.nextInt(20, SOME / 3));
			senders.system().kill("notification-service");
			assertThat(turn.end(1).unknown()).isLessThanOrEqualTo(Senders.CONNECTIONS);
			senders.awaitFirst();
		});
	}

	@Test
	@Order(4)
	void aSenderThatIsHeldUpKeepsNothingFromTheOtherAndTakesNothingUpAgain() {
		repeat((random) -> {
			senders.server().follow(Script.paced(40));
			ReminderTurn turn = new ReminderTurn(senders, "SIGSTOP past the lease, CONT", SOME);
			turn.awaitAccepted(random.nextInt(20, SOME / 3));
			senders.stopSecondAmidATransaction();
			turn.awaitClosed();
			senders.second().signal("CONT");
			// That it works again shows that it has let go of what it had.
			int before = senders.log().size();
			turn.add(SOME);
			Awaitility.await("it sends again")
				.atMost(Senders.LONG)
				.until(() -> senders.log()
					.since(before)
					.stream()
					.anyMatch((mail) -> mail.door().equals(Senders.SECOND)));
			assertThat(turn.end(1).unknown()).isLessThanOrEqualTo(Senders.CONNECTIONS);
		});
	}

	@Test
	@Order(5)
	void sendsOnceWhatIsRefusedForNow() {
		MailAudit audit = script("451 on 30 %", 0.30, Fault.LATER);
		assertThat(audit.unknown()).isZero();
		assertThat(audit.accepted()).isEqualTo(audit.people());
	}

	@Test
	@Order(6)
	void saysOfEachThatIsRefusedForGoodThatItWasNotSent() {
		MailAudit audit = script("550 on 5 %", 0.05, Fault.REFUSED);
		assertThat(audit.accepted()).isLessThan(audit.people());
	}

	@Test
	@Order(7)
	void sendsOnceWhatBreaksAmidTheMessage() {
		// Where all of it was under way already, the sender cannot know, and says so.
		MailAudit audit = script("drop mid-DATA on 10 %", 0.10, Fault.DROPPED_AMID);
		assertThat(audit.accepted()).isEqualTo(audit.people());
	}

	@Test
	@Order(8)
	void repeatsOnlyTheIdenticalMailAfterADropAfterTheDot() {
		MailAudit audit = script("drop after the dot on 10 %", 0.10, Fault.DROPPED_TAKEN, Fault.DROPPED_UNTAKEN);
		assertThat(audit.unknown()).isPositive();
	}

	@Test
	@Order(9)
	void waitsForASlowAnswerLongerThanItsLease() {
		assertThat(script("250 after 4 s on 2 %", 0.02, Fault.SLOW).unknown()).isZero();
	}

	@Test
	@Order(10)
	void countsAsSentWhatWasTakenBeforeTheConnectionIsReset() {
		repeat((random) -> {
			senders.server().follow(Script.RESETS_AT_QUIT);
			ReminderTurn turn = new ReminderTurn(senders, "RST on QUIT", SOME);
			turn.awaitClosed();
			assertThat(senders.server().faults()).isPositive();
			MailAudit audit = turn.end(senders.server().faults());
			assertThat(audit.accepted()).isEqualTo(audit.people());
		});
	}

	@Test
	@Order(11)
	void sendsAllThoughTheDatabaseIsStartedAgainInTheMidst() {
		repeat((random) -> {
			senders.server().follow(Script.paced(20));
			ReminderTurn turn = new ReminderTurn(senders, "PostgreSQL stopped at once, and restarted", SOME);
			turn.awaitAccepted(random.nextInt(20, SOME / 3));
			// To the postmaster: an immediate shutdown.
			senders.system().signal("postgres", "QUIT");
			turn.end(1);
			senders.awaitFirst();
		});
	}

	@Test
	@Order(12)
	void sendsAllThoughItsConnectionsToTheDatabaseAreEndedAtRandom() {
		repeat((random) -> {
			senders.server().follow(Script.paced(20));
			ReminderTurn turn = new ReminderTurn(senders, "pg_terminate_backend at random", SOME);
			AtomicInteger ended = new AtomicInteger();
			Awaitility.await("so many are ended").atMost(Senders.LONG).pollInterval(Duration.ofMillis(50)).until(() -> {
				senders.ledger().terminateOne(random);
				return ended.incrementAndGet() == 40;
			});
			turn.end(ended.get());
		});
	}

	@Test
	@Order(13)
	void tellsWhatCouldNotBeSentBeforeTheStartAndSendsNoneOfItThen() {
		Instant start = Instant.now().plusSeconds(18);
		new Desk(senders.system()).announce(8, "Soon", start, Duration.ofMinutes(5), ", \"reminders\": [\"PT8S\"]");
		Set<String> people = senders.signUp(8,
				IntStream.range(0, 40).mapToObj((n) -> "late" + n + "@example.org").collect(Collectors.toSet()));
		senders.server().follow(Script.AWAY);
		Awaitility.await("the start").atMost(Senders.LONG).until(() -> Instant.now().isAfter(start));
		int faults = senders.server().faults();
		senders.server().follow(Script.GOOD);
		Awaitility.await("all is over")
			.atMost(Senders.LONG)
			.until(() -> senders.ledger().remindersOf(8).size() == people.size()
					&& senders.ledger().remindersOf(8).stream().allMatch(LedgerRow::closed));
		MailAudit audit = MailAudit.of(people, senders.ledger().remindersOf(8), senders.log().since(0));
		senders.table().add("the mail server away across the deadline", faults, audit);
		assertThat(audit.violations()).isEmpty();
		assertThat(senders.ledger().remindersOf(8)).allMatch((row) -> row.state().equals("EXPIRED"));
	}

	@Test
	@Order(14)
	void inTheEndEveryMailThatWasTakenIsInTheLedger() {
		List<LedgerRow> rows = senders.ledger().all();
		assertThat(MailAudit.strangers(rows, senders.log().since(0))).isEmpty();
		List<LedgerRow> closed = rows.stream().filter(LedgerRow::closed).toList();
		assertThat(MailAudit.of(senders.people(), closed, senders.log().since(0)).violations()).isEmpty();
	}

	private static MailAudit script(String name, double share, Fault... faults) {
		List<MailAudit> audits = new ArrayList<>();
		repeat((random) -> {
			long salt = random.nextLong();
			senders.server().follow(Script.of((recipient, attempt) -> {
				Random own = new Random(salt ^ (recipient + attempt).hashCode() * 0x9E37_79B9_7F4A_7C15L);
				return (own.nextDouble() < share) ? faults[own.nextInt(faults.length)] : Fault.NONE;
			}));
			ReminderTurn turn = new ReminderTurn(senders, name, SOME);
			turn.awaitClosed();
			assertThat(senders.server().faults()).as(name).isPositive();
			audits.add(turn.end(senders.server().faults()));
		});
		return audits.getLast();
	}

	private static void repeat(Consumer<Random> turn) {
		for (int time = 0; time < TIMES; time++) {
			turn.accept(new Random(SEED + time));
		}
	}

}
