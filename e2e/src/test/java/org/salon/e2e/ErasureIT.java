package org.salon.e2e;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person who erases themselves is gone from every table of every service at once, and
 * from every topic within its retention, which is shortened here from 30 days.
 *
 * <p>
 * The mails that the person got are theirs: the mail catcher stands for their mailbox and
 * is not looked at.
 */
@Order(2)
class ErasureIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final int RUNNING = 4041;

	private static final int COMING = 4042;

	/** The only topics that the design lets carry what is about a person. */
	private static final List<String> PERSONAL = List.of("salon.registrations", "salon.deliveries");

	private static final Map<String, String> SHORT_LIFE = Map.of("retention.ms", "1000", "segment.ms", "1000");

	private static RunningSystem system;

	private static Chromium chromium;

	private final Visitor visitor = new Visitor(system,
			"z" + UUID.randomUUID().toString().replace("-", "").substring(20));

	private final Traces person = this.visitor.traces();

	@BeforeAll
	static void start() {
		system = SharedSystem.get();
		chromium = new Chromium();
		announce(RUNNING, Instant.now().minusSeconds(60));
		announce(COMING, Instant.now().plus(Duration.ofDays(3)));
	}

	@AfterAll
	static void stop() {
		if (chromium != null) {
			chromium.close();
		}
	}

	@Test
	void leavesNothingOfThePersonInAnyTableAtOnceNorInAnyTopicAfterItsRetention() throws Exception {
		EveryTable tables = EveryTable.of(system);
		try (EveryTopic topics = new EveryTopic(system);
				BrowserContext browser = chromium.browser()
					.newContext(new Browser.NewContextOptions().setLocale("en"))) {
			Page page = browser.newPage();
			this.visitor.takePart(page, COMING, RUNNING);
			String member = this.visitor.memberId(RUNNING);
			this.visitor.leaveADeadLetter(member);
			assertThat(tables.names()).as("the archive is looked at too").contains("archive.messaging.inbox");
			Awaitility.await("the search finds the person where they are known to be")
				.atMost(SOON)
				.untilAsserted(() -> assertThat(tables.holding(this.person)).contains("registration.public.member",
						"registration.public.registration", "registration.public.feedback",
						"registration.messaging.outbox", "notification.public.member", "notification.public.delivery",
						"notification.messaging.dead_letter"));
			assertThat(topics.holding(this.person)).containsExactly("salon.registrations");

			this.visitor.eraseThemselves(page, RUNNING);
			assertThat(tables.holding(this.person)).as("at once, in the service that was asked")
				.noneMatch((table) -> table.startsWith("registration."));
			Awaitility.await("gone from every table")
				.atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(tables.holding(this.person)).isEmpty());

			var life = topics.life(PERSONAL);
			topics.setLife(PERSONAL.stream().collect(Collectors.toMap((topic) -> topic, (topic) -> SHORT_LIFE)));
			Awaitility.await("gone from every topic")
				.atMost(Duration.ofSeconds(60))
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(topics.holding(this.person)).isEmpty());
			topics.setLife(life);

			republish();
			Awaitility.await("the log is filled again")
				.atMost(SOON)
				.until(() -> !topics.holding(Traces.of(member)).isEmpty());
			assertThat(topics.holding(this.person)).as("nothing is left to publish again").isEmpty();
			assertThat(tables.holding(this.person)).as("nothing comes back").isEmpty();
			assertThat(logs()).noneMatch(this::tellsOfThePerson);
		}
	}

	private boolean tellsOfThePerson(Path file) {
		try {
			return this.person.in(Files.readString(file));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static List<Path> logs() throws IOException {
		try (Stream<Path> files = Files.list(system.file("logs"))) {
			return files.toList();
		}
	}

	private static void republish() {
		for (String service : List.of(system.registration(), system.notification())) {
			assertThat(Http
				.operator("POST", service + "/api/outbox/republish?since=" + Instant.now().minusSeconds(3600),
						"application/json", "")
				.statusCode()).isBetween(200, 204);
		}
	}

	private static void announce(int number, Instant start) {
		String salons = system.registration() + "/api/salons";
		HttpResponse<String> made = Http.operator("POST", salons, "application/json", """
				{"number": %d, "title": "%s", "startsAt": "%s", "endsAt": "%s", "zone": "UTC", "joinText": "Come in",
				 "signUp": {"questions": [{"id": "wish", "text": "Your wish?", "kind": "TEXT"}]}}""".formatted(number,
				Visitor.titleOf(number), start, start.plusSeconds(7200)));
		assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
		HttpResponse<String> announced = Http.operator("POST", salons + "/" + number + "/announce", "application/json",
				"");
		assertThat(announced.statusCode()).as(announced.body()).isBetween(200, 204);
	}

}
