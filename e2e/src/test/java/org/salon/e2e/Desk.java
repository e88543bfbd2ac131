package org.salon.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the operator does, by scripts. */
record Desk(RunningSystem system) {

	/**
	 * Opens a salon for registration.
	 * @param more fields in JSON, each after a comma
	 */
	void announce(int number, String title, Instant start, Duration length, String more) {
		assertThat(write("POST", "/api/salons", number, title, start, length, more)).isEqualTo(201);
		assertThat(call("POST", "/api/salons/" + number + "/announce", "").statusCode()).isEqualTo(200);
	}

	/** Opens one that is in a week, for two hours. */
	void announce(int number, String title, String more) {
		announce(number, title, Instant.now().plus(Duration.ofDays(7)), Duration.ofHours(2), more);
	}

	void change(int number, String title, Instant start, Duration length, String more) {
		assertThat(write("PUT", "/api/salons/" + number, number, title, start, length, more)).isEqualTo(200);
	}

	void publishReplay(int number, String url) {
		String links = "{\"links\": [{\"label\": \"Replay\", \"url\": \"%s\", \"kind\": \"REPLAY\"}]}".formatted(url);
		assertThat(call("POST", "/api/salons/" + number + "/replays", links).statusCode()).isEqualTo(200);
	}

	/** The line of the attendee list with that address; missing if there is none. */
	JsonNode attendee(int salon, String email) {
		JsonNode page = Http.operatorJson(at("/api/salons/" + salon + "/registrations?size=100"));
		return StreamSupport.stream(page.get("items").spliterator(), false)
			.filter((item) -> item.get("email").asString().equals(email))
			.findFirst()
			.orElseGet(() -> page.path("items").path(-1));
	}

	/** How many came to a salon. */
	int came(int salon) {
		return Http.operatorJson(at("/api/salons/" + salon + "/attendance")).get("came").asInt();
	}

	/** Somebody signs up by a program. */
	void signUp(int salon, String name, String email, String language) {
		HttpResponse<String> answer = Http.postJson(at("/api/salons/" + salon + "/registrations"),
				"{\"name\": \"%s\", \"email\": \"%s\", \"locale\": \"%s\"}".formatted(name, email, language));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
	}

	void signUp(int salon, Attendee attendee, String language) {
		signUp(salon, attendee.name(), attendee.email(), language);
	}

	/** Imports the bundled invitation: salon 44, which comes, and 41 past ones. */
	void importSample() {
		HttpResponse<String> answer = Http.operator("POST",
				at("/api/invitations?dryRun=false&announce=true&date=" + LocalDate.now().plusDays(7)),
				"text/markdown; charset=UTF-8", sample());
		assertThat(answer.statusCode()).isEqualTo(200);
		Awaitility.await("the past salons in the archive")
			.atMost(Duration.ofSeconds(20))
			.until(() -> Http.get(this.system.archive() + "/archive/15").statusCode() == 200);
	}

	private int write(String method, String path, int number, String title, Instant start, Duration length,
			String more) {
		Instant startsAt = start.truncatedTo(ChronoUnit.SECONDS);
		return call(method, path, """
				{"number": %d, "title": "%s", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai"%s}"""
			.formatted(number, title, startsAt, startsAt.plus(length), more)).statusCode();
	}

	private HttpResponse<String> call(String method, String path, String body) {
		return Http.operator(method, at(path), "application/json", body);
	}

	private String at(String path) {
		return this.system.registration() + path;
	}

	private static String sample() {
		try {
			return Files.readString(Path.of("../invitation/src/main/resources/invitations/sample.md"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
