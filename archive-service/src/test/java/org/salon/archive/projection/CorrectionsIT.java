package org.salon.archive.projection;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.salon.Amendment;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonRenumbered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

/** What is mended of past salons, and salons that get another number. */
@RunningArchive
class CorrectionsIT {

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void leadsFromTheOldNumberToTheNewOneInWhicheverOrderTheirEventsCome() {
		begins(7201, 1, "first");
		renumbers(7201, 2, 7202, 3, "first");
		begins(7202, 3, "first");
		begins(7204, 3, "second");
		begins(7203, 1, "second");
		renumbers(7203, 2, 7204, 3, "second");
		leads(7201, 7202);
		leads(7203, 7204);
		assertThat(this.browser.get("/archive/7201?lang=en").headers().firstValue("Location"))
			.hasValue("/archive/7202?lang=en");
		assertThat(this.browser.get("/archive/7202").body()).contains("first");
		assertThat(this.browser.get("/archive/7204").body()).contains("second");
		assertThat(this.browser.get("/archive.json").body()).doesNotContain("\"number\":7201,", "\"number\":7203,");
	}

	@Test
	void leadsAlongAChainAndLeavesATakenNumberToItsSalon() {
		begins(7211, 1, "wanders");
		renumbers(7211, 2, 7212, 3, "wanders");
		begins(7212, 3, "wanders");
		renumbers(7212, 4, 7213, 5, "wanders");
		begins(7213, 5, "wanders");
		leads(7211, 7213);
		leads(7212, 7213);
		begins(7212, 5, "stays");
		await("the number is taken").until(() -> this.browser.get("/archive/7212").statusCode() == 200);
		assertThat(this.browser.get("/archive/7212").body()).contains("stays");
		leads(7211, 7213);
		renumbers(7212, 6, 7214, 7, "stays");
		begins(7214, 7, "stays");
		leads(7212, 7214);
		leads(7211, 7213);
	}

	@Test
	void listsWhatWasMendedOfThatSalonAndNothingElse() {
		Instant end = Instant.now().minusSeconds(3600);
		this.events.write(new SalonAnnounced(salon(7221).announced(end).state()), 1);
		this.events.write(new ReplayPublished(salon(7221).announced(end).link("a", "https://e.org/a").state(), false),
				2);
		this.events.write(new ReplayPublished(salon(7221).announced(end).link("a", "https://e.org/b").state(), true,
				new Amendment(List.of("links"), "the recording <b>moved</b>")), 3);
		String page = page(7221, "moved");
		assertThat(page).contains("the recording &lt;b&gt;moved&lt;/b&gt;", "https://e.org/b");
		begins(7222, 1, "plain");
		assertThat(page(7222, "plain")).doesNotContain("class=\"corrections\"");

		begins(7223, 1, "mended");
		this.events.write(new SalonArchived(salon(7223).title("mended").state(),
				new Amendment(List.of("speakers"), "a name was wrong")), 2);
		renumbers(7223, 3, 7224, 4, "mended");
		this.events.write(new SalonArchived(salon(7224).title("mended").state(),
				new Amendment(List.of("number"), "counted twice")), 4);
		leads(7223, 7224);
		assertThat(page(7224, "counted twice")).contains("a name was wrong");
		begins(7223, 4, "another");
		assertThat(page(7223, "another")).doesNotContain("a name was wrong");
		assertThat(this.browser.get("/archive/7224").body()).contains("a name was wrong");
	}

	@Test
	void isTheSameAfterARebuild() {
		begins(7231, 1, "before");
		this.events.write(new SalonArchived(salon(7231).title("before").link("a", "https://e.org/a").state(),
				new Amendment(List.of("links"), "found again")), 2);
		renumbers(7231, 3, 7232, 4, "before");
		begins(7232, 4, "before");
		begins(7231, 4, "after");
		// An event that was published again, and one that comes when its number is given
		// up.
		this.events.write(UUID.randomUUID(),
				new SalonArchived(salon(7231).title("stale").state(), new Amendment(List.of("title"), "stale")), 2,
				Instant.now());
		begins(7233, 1, "marker");
		renumbers(7233, 2, 7234, 3, "marker");
		this.events.write(new SalonArchived(salon(7233).title("stale").state()), 1);
		begins(7231, 5, "after all");
		page(7231, "after all");
		leads(7233, 7234);
		marker();
		JsonNode before = rebuild();
		assertThat(this.browser.operatorPost("/api/archive/rebuild").statusCode()).isEqualTo(202);
		JsonNode after = finished(before.at("/servedGeneration").asLong() + 1);
		assertThat(after.at("/fingerprint").asString()).isEqualTo(before.at("/fingerprint").asString());
		for (String table : List.of("corrections", "renumberings")) {
			assertThat(this.jdbc.sql("select count(distinct generation) from " + table).query(Long.class).single())
				.as(table)
				.isEqualTo(1);
		}
		leads(7233, 7234);
	}

	private void begins(int number, long version, String title) {
		this.events.write(new SalonArchived(salon(number).title(title).state()), version);
	}

	private void renumbers(int number, long version, int to, long toVersion, String title) {
		this.events.write(new SalonRenumbered(salon(number).title(title).state(), to, toVersion), version);
	}

	private void leads(int from, int to) {
		await(from + " leads to " + to).atMost(Duration.ofSeconds(20)).until(() -> {
			HttpResponse<String> answer = this.browser.get("/archive/" + from);
			return answer.statusCode() == 308
					&& answer.headers().firstValue("Location").orElse("").equals("/archive/" + to);
		});
	}

	private String page(int number, String text) {
		await("the page of " + number + " says " + text).atMost(Duration.ofSeconds(20))
			.until(() -> this.browser.get("/archive/" + number).body().contains(text));
		return this.browser.get("/archive/" + number).body();
	}

	/** Enough that each partition has one behind what came before. */
	private void marker() {
		String title = "marker " + UUID.randomUUID();
		for (int i = 0; i < 64; i++) {
			begins(603_500 + i, System.currentTimeMillis(), title);
		}
		await("the markers are handled").atMost(Duration.ofSeconds(20))
			.until(() -> this.browser.json("/api/archive?query=" + title.replace(' ', '+')).at("/total").asInt() == 64);
	}

	private JsonNode finished(long generation) {
		await("generation " + generation + " is served").atMost(Duration.ofSeconds(30))
			.until(() -> rebuild().at("/servedGeneration").asLong() >= generation
					&& rebuild().at("/latest/state").asString().equals("DONE")
					&& !RebuildLock.isHeldByAnyone(this.jdbc));
		return rebuild();
	}

	private JsonNode rebuild() {
		return this.browser.operatorJson("/api/archive/rebuild");
	}

}
