package org.salon.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A club that runs is backed up and comes back in another place, with a new broker and a
 * new mail inbox. Salons 950 and 951 are its own.
 */
@Order(2)
class BackupIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String ADA = "ada@backup.example.org";

	private static final String BOB = "bob@backup.example.org";

	private static final String EVE = "eve@backup.example.org";

	@TempDir
	private static Path folder;

	private static RunningSystem system;

	@BeforeAll
	static void aClubWithAPast() {
		system = SharedSystem.get();
		Desk desk = new Desk(system);
		desk.announce(950, "Kept 保存", "");
		desk.announce(951, "Kept too 也保存", "");
		desk.publishReplay(951, "https://video.example.org/951");
		assertThat(Http
			.operator("POST", system.registration() + "/api/salons/951/corrections", "application/json",
					"{\"speakers\": [{\"name\": \"Ana Muñoz\"}], \"reason\": \"a typing error\"}")
			.statusCode()).isEqualTo(200);
		assertThat(Http
			.operator("POST", system.notification() + "/api/suppressions", "application/json",
					"{\"address\": \"%s\", \"reason\": \"asked by telephone\"}".formatted(BOB))
			.statusCode()).isBetween(200, 204);
		desk.signUp(950, "Bob", BOB, "en");
		desk.signUp(950, "Ada 阿达", ADA, "en");
	}

	@Test
	void comesBackWithAllThatItHadAndMailsNobodyTwice() throws Exception {
		Inbox inbox = new Inbox(system.inbox());
		Inbox.Mail mail = inbox.await(ADA, "Kept", SOON);
		Desk desk = new Desk(system);
		Awaitility.await("all are settled")
			.atMost(SOON)
			.untilAsserted(() -> assertThat(new DeliveryLedger(system).of(950)).extracting(LedgerRow::state)
				.contains("SENT", "SUPPRESSED"));
		Awaitility.await("the archive has it")
			.atMost(SOON)
			.until(() -> Http.get(system.archive() + "/archive/951").body().contains("Ana Muñoz"));

		Path file = folder.resolve("club.zip");
		DeliveryLedger here = new DeliveryLedger(system);
		system.signal("notification-service", "STOP");
		List<UUID> due = here.makeDue(950, 2, 0);
		List<LedgerRow> ledger = here.of(950);
		assertThat(system.run("backup", file.toString()))
			.satisfies((done) -> assertThat(done.exitCode()).as(done.output()).isZero());
		system.signal("notification-service", "CONT");
		Awaitility.await("what was due is sent after the backup").atMost(SOON).until(() -> inbox.to(ADA).size() == 2);
		Set<String> sent = inbox.all().stream().map(Inbox.Mail::messageId).collect(Collectors.toSet());
		assertThat(system.run("restore", file.toString())).satisfies((done) -> {
			assertThat(done.exitCode()).isEqualTo(1);
			assertThat(done.output()).contains("is running").hasLineCount(1);
		});

		RunningSystem other = RunningSystem.prepare(folder.resolve("other"), SharedSystem.SETTINGS);
		assertThat(other.run("restore", file.toString()))
			.satisfies((done) -> assertThat(done.exitCode()).as(done.output()).isZero());
		other.start();
		try {
			assertThat(Http.get(other.registration() + "/api/salons/950").body())
				.isEqualTo(Http.get(system.registration() + "/api/salons/950").body());
			assertThat(Http.get(there(mail.link("/registrations/"), other))).satisfies((page) -> {
				assertThat(page.statusCode()).isEqualTo(200);
				assertThat(page.body()).contains("Ada 阿达");
			});
			for (String part : List.of("/id", "/memberId", "/status", "/registeredAt", "/deliveries/0")) {
				assertThat(new Desk(other).attendee(950, ADA).at(part)).isEqualTo(desk.attendee(950, ADA).at(part));
			}
			keepsLedger(other, ledger, due);
			assertThat(Http.operatorJson(other.notification() + "/api/suppressions?query=" + BOB).toString())
				.contains("asked by telephone");
			keepsArchive(other);
			mailsOnlyWhatIsNew(other, sent);
		}
		finally {
			other.close();
		}
	}

	/** What was due may have been sent since: it is told so, and not sent. */
	private static void keepsLedger(RunningSystem other, List<LedgerRow> ledger, List<UUID> due) {
		DeliveryLedger there = new DeliveryLedger(other);
		Awaitility.await("what was due is closed")
			.atMost(SOON)
			.untilAsserted(() -> assertThat(there.rows(due)).hasSize(2)
				.allMatch((row) -> row.state().equals("EXPIRED"))
				.allMatch((row) -> row.reason()
					.equals("it may have been sent; its time passed; restored from a backup")));
		assertThat(there.of(950)).filteredOn((row) -> !due.contains(row.id()))
			.isEqualTo(ledger.stream().filter((row) -> !due.contains(row.id())).toList());
	}

	/** As it was stored, and as it is made from the log that was filled again. */
	private static void keepsArchive(RunningSystem other) {
		String fingerprint = archive(system).get("fingerprint").asString();
		assertThat(archive(other).get("fingerprint").asString()).isEqualTo(fingerprint);
		Awaitility.await("all salons are in the new log").atMost(SOON).until(() -> backlog(other) == 0);
		long generation = Http
			.json(Http.operator("POST", other.archive() + "/api/archive/rebuild", "application/json", ""))
			.get("generation")
			.asLong();
		Awaitility.await("the archive is made anew")
			.atMost(SOON)
			.until(() -> archive(other).get("servedGeneration").asLong() == generation);
		assertThat(archive(other).get("fingerprint").asString()).isEqualTo(fingerprint);
	}

	/** Eve's confirmation would come after any that was sent again. */
	private static void mailsOnlyWhatIsNew(RunningSystem other, Set<String> sent) {
		Inbox inbox = new Inbox(other.inbox());
		new Desk(other).signUp(950, "Eve", EVE, "en");
		inbox.await(EVE, "Kept", SOON);
		assertThat(inbox.all()).extracting(Inbox.Mail::messageId).doesNotContainAnyElementsOf(sent);
		assertThat(inbox.to(ADA)).isEmpty();
		assertThat(inbox.to(BOB)).isEmpty();
	}

	@Test
	void saysInOneSentenceWhatIsWrongWithAFile() throws Exception {
		RunningSystem none = RunningSystem.prepare(folder.resolve("none"), Map.of());
		Path letter = Files.writeString(folder.resolve("letter.zip"), "Dear all,");
		for (List<String> command : List.of(List.of("restore", letter.toString()),
				List.of("restore", folder.resolve("missing.zip").toString()),
				List.of("backup", folder.resolve("new.zip").toString()))) {
			RunningSystem.Done done = none.run(command.toArray(String[]::new));
			assertThat(done.exitCode()).isEqualTo(1);
			assertThat(done.output()).hasLineCount(1);
		}
		assertThat(none.run("restore").exitCode()).isEqualTo(2);
		assertThat(folder.resolve("none")).doesNotExist();
	}

	private static String there(String link, RunningSystem other) {
		return link.replace(system.registration(), other.registration());
	}

	private static JsonNode archive(RunningSystem which) {
		return Http.operatorJson(which.archive() + "/api/archive/rebuild");
	}

	private static long backlog(RunningSystem which) {
		for (JsonNode meter : Http.operatorJson(which.registration() + "/api/status").get("meters")) {
			if (meter.get("name").asString().equals("salon.messaging.outbox.backlog")) {
				return meter.get("value").asLong();
			}
		}
		throw new AssertionError("no such meter");
	}

}
