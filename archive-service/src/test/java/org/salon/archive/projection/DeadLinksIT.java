package org.salon.archive.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.salon.DeadLink;
import org.salon.events.salon.DeadLinkReason;
import org.salon.events.salon.LinksChecked;
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

@RunningArchive
class DeadLinksIT {

	private static final Instant SINCE = Instant.parse("2026-10-31T17:10:00Z");

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void marksTheLinkOnThePagesAndInTheApiAndTakesTheMarkAway() {
		archived(7101);
		checked(7101, 1, dead(7101));
		arrives(7101, 1);
		// In the salon's zone it was the next day already.
		assertThat(page("/archive/7101", "en")).containsOnlyOnce("dead since 2026-11-01");
		assertThat(page("/archive/7101", "zh-CN")).containsOnlyOnce("失效（自 2026-11-01）");
		assertThat(page("/archive?query=marked5001", "en")).containsOnlyOnce("dead since 2026-11-01");
		assertThat(item(7101).at("/dead/0/url").asString()).isEqualTo(url(7101));
		assertThat(item(7101).at("/dead/0/reason").asString()).isEqualTo("GONE");
		assertThat(item(7101).at("/links").size()).as("no link is removed").isEqualTo(2);
		checked(7101, 2);
		arrives(7101, 0);
		assertThat(page("/archive/7101", "en")).doesNotContain("dead since");
	}

	@Test
	void keepsTheMarkThatCameBeforeTheSalonAndNoOlderOne() {
		checked(7102, 2, dead(7102));
		checked(7102, 1);
		archived(7102);
		arrives(7102, 1);
	}

	@Test
	void leavesTheExportsAsTheyAre() {
		archived(7103);
		arrives(7103, 0);
		String before = page("/archive.json", "en");
		checked(7103, 1, dead(7103));
		arrives(7103, 1);
		assertThat(page("/archive.json", "en")).isEqualTo(before);
	}

	@Test
	void comesOutOfTheLogAgain() {
		archived(7104);
		checked(7104, 1, dead(7104));
		arrives(7104, 1);
		JsonNode before = this.browser.operatorJson("/api/archive/rebuild");
		assertThat(this.browser.operatorPost("/api/archive/rebuild").statusCode()).isEqualTo(202);
		await("the rebuilt archive is served").atMost(Duration.ofSeconds(30))
			.until(() -> this.browser.operatorJson("/api/archive/rebuild").at("/servedGeneration").asLong() > before
				.at("/servedGeneration")
				.asLong());
		assertThat(this.browser.operatorJson("/api/archive/rebuild").at("/fingerprint"))
			.isEqualTo(before.at("/fingerprint"));
		assertThat(item(7104).at("/dead").size()).isEqualTo(1);
	}

	@Test
	void countsAMarkAsPartOfTheArchive() {
		archived(7105);
		arrives(7105, 0);
		JsonNode before = this.browser.operatorJson("/api/archive/rebuild");
		checked(7105, 1, dead(7105));
		arrives(7105, 1);
		assertThat(this.browser.operatorJson("/api/archive/rebuild").at("/fingerprint"))
			.isNotEqualTo(before.at("/fingerprint"));
	}

	private void archived(int number) {
		this.events.write(new SalonArchived(salon(number).title("marked" + number)
			.link("回放", url(number))
			.link("课件", "https://example.org/slides/" + number)
			.state()), 1);
	}

	private void checked(int number, long version, DeadLink... dead) {
		this.events.write(new LinksChecked(number, List.of(dead), Instant.parse("2026-11-04T00:00:00Z")), version);
	}

	private static DeadLink dead(int number) {
		return new DeadLink(url(number), DeadLinkReason.GONE, SINCE);
	}

	private static String url(int number) {
		return "https://momodel.cn/live/" + number;
	}

	private void arrives(int number, int dead) {
		await("salon " + number + " has " + dead + " dead links").atMost(Duration.ofSeconds(30))
			.until(() -> !item(number).isMissingNode() && item(number).at("/dead").size() == dead);
	}

	private JsonNode item(int number) {
		return this.browser.json("/api/archive?query=marked" + number).at("/items/0");
	}

	private String page(String path, String language) {
		return this.browser.get(path, "Accept-Language", language).body();
	}

}
