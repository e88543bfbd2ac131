package org.salon.localstack.run;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Base64;

/**
 * The bundled invitation, imported once so that the first pages are not empty. That it
 * was done, or not wanted, is remembered in the data folder.
 */
final class SampleInvitation {

	private static final String MARK = "sample-invitation";

	private final DataFolder data;

	private final Path file;

	SampleInvitation(DataFolder data, Path file) {
		this.data = data;
		this.file = file;
	}

	void skip() {
		if (!this.data.isMarked(MARK)) {
			this.data.mark(MARK, "not wanted");
		}
	}

	/**
	 * Imports it if this is the first start. A failure is told and tried again next time.
	 */
	void importOnce(int port, String password, LocalDate today, PrintStream out) throws InterruptedException {
		if (this.data.isMarked(MARK) || !Files.exists(this.file)) {
			return;
		}
		LocalDate sunday = today.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> answer = client.send(request(port, password, sunday), BodyHandlers.ofString());
			if (answer.statusCode() / 100 == 2) {
				this.data.mark(MARK, "imported for " + sunday);
				out.println("  Imported the bundled invitation for " + sunday);
			}
			else {
				out.println("  The bundled invitation was not imported: " + answer.statusCode() + " " + answer.body());
			}
		}
		catch (IOException ex) {
			out.println("  The bundled invitation was not imported: " + ex.getMessage());
		}
	}

	private HttpRequest request(int port, String password, LocalDate date) throws IOException {
		String credentials = Base64.getEncoder()
			.encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8));
		return HttpRequest
			.newBuilder(
					URI.create("http://127.0.0.1:" + port + "/api/invitations?dryRun=false&announce=true&date=" + date))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "text/markdown; charset=utf-8")
			.timeout(Duration.ofSeconds(60))
			.POST(BodyPublishers.ofFile(this.file))
			.build();
	}

}
