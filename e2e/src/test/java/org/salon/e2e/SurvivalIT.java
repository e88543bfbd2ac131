package org.salon.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left after parts, or all, of the system were killed without warning. */
class SurvivalIT {

	private static final Duration LONG = Duration.ofMinutes(2);

	@TempDir
	private Path folder;

	@Test
	void keepsEveryAcknowledgedSignUpWhateverIsKilledAndMailsEachOnce() {
		try (RunningSystem system = RunningSystem.start(this.folder, Map.of("SALON_RATE_LIMITS", "off"))) {
			Inbox inbox = new Inbox(system.inbox());
			announce(system);
			Set<String> acknowledged = new HashSet<>(signUp(system, "before", 5));
			for (String part : List.of("notification-service", "kafka", "postgres", "registration-service")) {
				long pid = system.pid(part);
				system.kill(part);
				acknowledged.addAll(signUp(system, part, 5));
				Awaitility.await(part + " is started again")
					.atMost(LONG)
					.until(() -> system.pid(part) != pid && isWell(system));
			}
			assertAllMailedOnce(inbox, acknowledged);

			system.killEverything();
			system.start();
			acknowledged.addAll(signUp(system, "after", 5));
			assertAllMailedOnce(inbox, acknowledged);
			assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(10);

			List<ProcessHandle> parts = system.parts()
				.stream()
				.flatMap((part) -> ProcessHandle.of(system.pid(part)).stream())
				.toList();
			assertThat(system.stop()).as(system.output()).isZero();
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	private static void announce(RunningSystem system) {
		Instant start = Instant.now().plus(Duration.ofDays(3));
		Http.operator("POST", system.registration() + "/api/salons", "application/json",
				"{\"number\": 7, \"title\": \"Survivors\", \"startsAt\": \"%s\", \"endsAt\": \"%s\", \"zone\": \"UTC\"}"
					.formatted(start, start.plusSeconds(3600)));
		assertThat(Http.operator("POST", system.registration() + "/api/salons/7/announce", "application/json", "")
			.statusCode()).isBetween(200, 204);
	}

	/**
	 * The addresses whose sign-up was answered with 201; the others were told that it
	 * failed.
	 */
	private static Set<String> signUp(RunningSystem system, String name, int count) {
		Set<String> acknowledged = new HashSet<>();
		for (int i = 0; i < count; i++) {
			String address = name + i + "@example.org";
			try {
				int status = Http
					.postJson(system.registration() + "/api/salons/7/registrations",
							"{\"name\":\"Ada\",\"email\":\"%s\",\"locale\":\"en\"}".formatted(address))
					.statusCode();
				if (status == 201) {
					acknowledged.add(address);
				}
			}
			catch (IllegalStateException ex) {
				// No answer is no acknowledgement: nothing was promised.
				assertThat(ex).hasCauseInstanceOf(java.io.IOException.class);
			}
		}
		return acknowledged;
	}

	private static boolean isWell(RunningSystem system) {
		return List.of(system.registration(), system.notification(), system.archive()).stream().allMatch((service) -> {
			try {
				return Http.get(service + "/actuator/health").statusCode() == 200;
			}
			catch (IllegalStateException ex) {
				return false;
			}
		});
	}

	private static void assertAllMailedOnce(Inbox inbox, Set<String> acknowledged) {
		Awaitility.await("a confirmation for everybody")
			.atMost(LONG)
			.untilAsserted(
					() -> assertThat(acknowledged).allSatisfy((address) -> assertThat(inbox.to(address)).isNotEmpty()));
		// A repeat is allowed only where the outcome was unknown, and then under the same
		// Message-ID.
		assertThat(acknowledged).allSatisfy(
				(address) -> assertThat(inbox.to(address).stream().map(Inbox.Mail::messageId).distinct()).hasSize(1));
	}

}
