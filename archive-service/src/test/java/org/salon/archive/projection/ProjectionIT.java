package org.salon.archive.projection;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.archive.TestClock;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

@RunningArchive
class ProjectionIT {

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	@Autowired
	private Projection projection;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
		// The first assignment of partitions takes seconds; what is timed comes after it.
		arrives(1000, Duration.ofSeconds(30));
	}

	@AfterEach
	void resetClock() {
		this.clock.moveBy(Duration.ZERO);
	}

	@Test
	void showsArchivedSalonWithinOneSecond() {
		// Every partition is read from, and the page has been rendered, before it counts.
		marker(1091);
		List<Duration> times = IntStream.rangeClosed(1101, 1105).mapToObj(this::timeToPage).sorted().toList();
		assertThat(times.get(2)).as("the median of %s", times).isLessThan(Duration.ofSeconds(1));
		JsonNode item = this.browser.json("/api/archive?query=" + encode("做梦神经") + "&size=1").at("/items/0");
		assertThat(item.at("/number").asInt()).isEqualTo(1105);
		assertThat(item.at("/topics/1").asString()).isEqualTo("联邦学习");
		assertThat(item.at("/links/0/kind").asString()).isEqualTo("REPLAY");
		assertThat(this.browser.get("/archive/1105").body()).contains("做梦神经网络", "https://v.douyu.com/show/1105")
			.doesNotContain("secret-join");
	}

	private Duration timeToPage(int number) {
		long start = System.nanoTime();
		this.events.write(new SalonArchived(salon(number).group("论文分享", "做梦神经网络", "联邦学习")
			.link("直播回放", "https://v.douyu.com/show/" + number)
			.state()), 1);
		await("salon " + number + " is in the archive").pollInterval(Duration.ofMillis(10))
			.until(() -> this.browser.get("/archive/" + number).statusCode() == 200);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@Test
	void listsAnnouncedSalonOnceReplayIsPublished() {
		Instant end = Instant.now().plus(7, ChronoUnit.DAYS);
		this.events.write(new SalonAnnounced(salon(1002).announced(end).state()), 1);
		marker(1092);
		assertThat(this.browser.get("/archive/1002").statusCode()).isEqualTo(404);
		this.events
			.write(new ReplayPublished(salon(1002).announced(end).link("回放", "https://b23.tv/1002").state(), false), 2);
		arrives(1002, Duration.ofSeconds(10));
	}

	@Test
	void listsAnnouncedSalonOnceItsEndHasPassed() {
		this.events.write(new SalonAnnounced(salon(1003).announced(Instant.now().plus(2, ChronoUnit.HOURS)).state()),
				1);
		marker(1093);
		assertThat(this.browser.get("/archive/1003").statusCode()).isEqualTo(404);
		this.clock.moveBy(Duration.ofHours(3));
		assertThat(this.browser.get("/archive/1003").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/archive.json").body()).contains("\"HELD\"");
	}

	@Test
	void doesNotListCancelledSalon() {
		Instant end = Instant.now().minus(1, ChronoUnit.HOURS);
		this.events.write(new SalonAnnounced(salon(1004).announced(end).state()), 1);
		arrives(1004, Duration.ofSeconds(10));
		this.events.write(new SalonCancelled(salon(1004).announced(end).cancelled().state()), 2);
		marker(1094);
		assertThat(this.browser.get("/archive/1004").statusCode()).isEqualTo(404);
	}

	@Test
	void dropsOlderVersionThatArrivesLate() {
		this.events.write(new SalonArchived(salon(1005).title("new").state()), 7);
		this.events.write(new SalonArchived(salon(1005).title("stale").state()), 6);
		marker(1095);
		assertThat(this.browser.get("/archive/1005").body()).contains("new").doesNotContain("stale");
	}

	@Test
	void changesNothingWhenTheLogIsReplayed() {
		UUID first = UUID.randomUUID();
		UUID second = UUID.randomUUID();
		Instant time = Instant.now().minusSeconds(60);
		for (int round = 0; round < 2; round++) {
			this.events.write(first, new SalonArchived(salon(1006).title("one").state()), 1, time);
			this.events.write(second,
					new SalonArchived(salon(1006).title("two").link("a", "https://example.org/a").state()), 2,
					time.plusSeconds(1));
			if (round == 0) {
				marker(1096);
			}
		}
		String before = this.projection.fingerprint();
		// The markers prove that the repeated events were handled, and are taken off
		// again.
		marker(1097);
		this.jdbc.sql("delete from salons where number between 109700 and 109799").update();
		assertThat(this.projection.fingerprint()).isEqualTo(before);
		assertThat(this.browser.get("/archive/1006").body()).contains("two");
	}

	@Test
	void skipsUnknownType() {
		this.events.writeRaw("salon.renamed-by-a-later-release.v1", 1007, 1, "{\"anything\":true}");
		this.events.write(new SalonArchived(salon(1007).state()), 2);
		arrives(1007, Duration.ofSeconds(10));
	}

	@Test
	void putsPoisonAsideWhileOthersProceed() {
		int before = this.browser.operatorJson("/api/dead-letters").at("/total").asInt();
		this.events.writeRaw("salon.archived.v1", 1008, 1, "{\"salon\":{\"number\":");
		this.events.writeRaw("salon.archived.v9", 1009, 1, "{}");
		marker(1098);
		await("both lie with the dead letters").atMost(Duration.ofSeconds(10))
			.until(() -> this.browser.operatorJson("/api/dead-letters").at("/total").asInt() == before + 2);
		assertThat(this.browser.get("/archive/1008").statusCode()).isEqualTo(404);
	}

	@Test
	void keepsSalonWhoseTextHoldsWhatTheDatabaseRefuses() {
		this.events.write(new SalonArchived(salon(1010).title("a\0b\uD800c").state()), 1);
		arrives(1010, Duration.ofSeconds(10));
		assertThat(this.browser.get("/archive/1010").body()).contains("a\uFFFDb\uFFFDc");
	}

	/** Enough markers that each partition has one behind what came before. */
	private void marker(int number) {
		String title = "marker " + UUID.randomUUID();
		for (int i = 0; i < 64; i++) {
			this.events.write(new SalonArchived(salon(number * 100 + i).title(title).state()), 1);
		}
		await("the markers are handled").atMost(Duration.ofSeconds(20))
			.until(() -> this.browser.json("/api/archive?query=" + title.replace(' ', '+')).at("/total").asInt() == 64);
	}

	private void arrives(int number, Duration deadline) {
		if (number == 1000) {
			this.events.write(new SalonArchived(salon(number).state()), 1);
		}
		await("salon " + number + " arrives").atMost(deadline).until(() -> {
			HttpResponse<String> page = this.browser.get("/archive/" + number);
			return page.statusCode() == 200;
		});
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
