package org.salon.archive.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

/** What a page may frame. */
@RunningArchive
class ContentPolicyIT {

	private static final int PLAYED = 5201;

	private static final int LINKED = 5202;

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	private Browser browser;

	@BeforeEach
	void fill() {
		this.browser = new Browser(this.port);
		this.events.write(new SalonArchived(salon(PLAYED).date(LocalDate.of(2013, 3, 3))
			.link("一", "https://www.bilibili.com/video/BV1xx411c7mD")
			.link("二", "https://www.bilibili.com/video/BV1uv411q7Mv?p=2")
			.link("three", "https://youtu.be/dQw4w9WgXcQ")
			.link("no player", "https://v.douyu.com/show/5201")
			.link("like one", "https://www.bilibili.com.example.org/video/BV1xx411c7mD")
			.link("; script-src *", "https://example.org/;%20script-src%20*")
			.state()), 1);
		this.events.write(new SalonArchived(salon(LINKED).date(LocalDate.of(2013, 3, 3))
			.link("no player", "https://v.douyu.com/show/5202")
			.state()), 1);
		for (int number : new int[] { PLAYED, LINKED }) {
			await("salon " + number).atMost(Duration.ofSeconds(60))
				.until(() -> this.browser.get("/archive/" + number).statusCode() == 200);
		}
	}

	@Test
	void letsThePlayersOfAPageBeFramedAndNothingElse() {
		HttpResponse<String> page = this.browser.get("/archive/" + PLAYED);
		assertThat(frames(page)).containsExactlyInAnyOrder("https://player.bilibili.com",
				"https://www.youtube-nocookie.com");
		assertThat(Jsoup.parse(page.body()).select("[data-player]").eachAttr("data-player")).hasSize(3)
			.allMatch((player) -> frames(page).stream().anyMatch((origin) -> player.startsWith(origin + "/")));
	}

	@Test
	void letsNothingBeFramedWhereThereIsNoPlayer() {
		for (String path : List.of("/archive/" + LINKED, "/archive?year=2013", "/archive/years/2013",
				"/archive/999998")) {
			HttpResponse<String> page = this.browser.get(path, "Accept", "text/html");
			assertThat(frames(page)).as(path).isEmpty();
			assertThat(policy(page)).as(path).startsWith("default-src 'none';");
		}
	}

	private static List<String> frames(HttpResponse<String> page) {
		return Arrays.stream(policy(page).split("; "))
			.filter((directive) -> directive.startsWith("frame-src "))
			.flatMap((directive) -> Arrays.stream(directive.split(" ")).skip(1))
			.toList();
	}

	private static String policy(HttpResponse<String> page) {
		assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
		return page.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

}
