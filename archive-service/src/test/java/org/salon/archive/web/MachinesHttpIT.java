package org.salon.archive.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonCancelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

/** What machines read of the running service. */
@RunningArchive
class MachinesHttpIT {

	private static final String TITLE = "</script><script>alert(1)</script> & \"x\"";

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	private Browser browser;

	@BeforeEach
	void fill() {
		this.browser = new Browser(this.port);
		this.events.write(new SalonArchived(salon(8001).date(LocalDate.of(2016, 3, 2))
			.title(TITLE)
			.speaker("王小明", "浙江大学")
			.group("论文分享", "LEAF")
			.link("replay", "https://www.bilibili.com/video/BV1xx411c7mD")
			.state()), 1);
		Instant end = Instant.now().plus(Duration.ofDays(400));
		this.events.write(new SalonAnnounced(salon(8002).title("Coming 8002").announced(end).state()), 1);
		this.events.write(new SalonCancelled(salon(8003).title("Off 8003").announced(end).cancelled().state()), 1);
		await("salons are in the archive").atMost(Duration.ofSeconds(60))
			.until(() -> this.browser.get("/archive/8001").statusCode() == 200
					&& this.browser.get("/archive/calendar.ics").body().contains("salon-8003@"));
	}

	@ParameterizedTest
	@CsvSource({ "/archive.bib, application/x-bibtex, salon8001",
			"/archive.csl.json, application/vnd.citationstyles.csl+json, salon8001",
			"/archive/8001.bib, application/x-bibtex, '@misc{salon8001,'",
			"/archive/8001.csl.json, application/vnd.citationstyles.csl+json, https://archive.example.org/archive/8001",
			"/archive/8001.json, application/json, LEAF", "/archive/8001.md, text/markdown, | 8001 | ",
			"/archive/coming.atom, application/atom+xml, https://salon.example.org/salons/8002",
			"/archive/calendar.ics, text/calendar, STATUS:CANCELLED",
			"/robots.txt, text/plain, 'Sitemap: https://archive.example.org/sitemap.xml'",
			"/sitemap.xml, application/xml, https://archive.example.org/archive/8001" })
	void answersEveryReader(String path, String type, String content) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
		assertThat(answer.body()).contains(content).doesNotContain("secret-join");
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		assertThat(this.browser.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(this.browser.post(path).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/archive/8002.bib", "/archive/8003.json", "/archive/999998.csl.json", "/archive/0.md",
			"/archive/8001.exe", "/feed.atom?page=-1", "/feed.atom?page=100000", "/sitemap.xml?part=0",
			"/sitemap.xml?part=99" })
	void hasNothingElse(String path) {
		assertThat(this.browser.get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void keepsTheCalendarTheSameUntilASalonChanges() {
		assertThat(this.browser.get("/archive/calendar.ics").body()).contains("UID:salon-8002@salon.example.org")
			.isEqualTo(this.browser.get("/archive/calendar.ics").body());
	}

	@Test
	void tellsSearchEnginesOfASalon() {
		Document page = page("/archive/8001?lang=en&utm_source=x");
		JsonNode data = JsonMapper.shared().readTree(page.select("script[type=application/ld+json]").first().data());
		JsonNode event = data.at("/@graph/0");
		assertThat(event.at("/@type").asString()).isEqualTo("Event");
		assertThat(event.at("/name").asString()).isEqualTo(TITLE);
		assertThat(event.at("/startDate").asString()).isEqualTo("2016-03-02");
		assertThat(event.at("/recordedIn/0/@type").asString()).isEqualTo("CreativeWork");
		assertThat(data.at("/@graph/1/@type").asString()).isEqualTo("BreadcrumbList");
		assertThat(page.select("script:not([type]):not([src])")).isEmpty();
		assertThat(page.select("head link[rel=canonical]").attr("href"))
			.isEqualTo("https://archive.example.org/archive/8001");
		assertThat(page.select("link[hreflang=zh-CN]").attr("href"))
			.isEqualTo("https://archive.example.org/archive/8001?lang=zh-CN");
		assertThat(page.select("meta[property=og:title]").attr("content")).contains(TITLE);
		assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary");
	}

	@Test
	void tellsSearchEnginesOfAList() {
		Document page = page("/archive?year=2016&page=0&size=5");
		JsonNode data = JsonMapper.shared().readTree(page.select("script[type=application/ld+json]").first().data());
		assertThat(data.at("/@graph/0/@type").asString()).isEqualTo("CollectionPage");
		assertThat(data.at("/@graph/0/mainEntity/itemListElement/0/url").asString())
			.isEqualTo("https://archive.example.org/archive/8001");
		assertThat(page.select("link[rel=canonical]").attr("href"))
			.isEqualTo("https://archive.example.org/archive?year=2016");
	}

	@Test
	void showsHowToCiteASalon() {
		Document page = page("/archive/8001");
		assertThat(page.select(".citation code").text()).startsWith("@misc{salon8001,").contains("author = {王小明}");
		assertThat(page.select(".citation p").first().text()).startsWith("王小明. " + TITLE);
	}

	@Test
	void leadsToFeedsFromHeadAndFooter() {
		Document page = page("/archive");
		for (String place : List.of("head link[rel=alternate]", "footer a")) {
			assertThat(page.select(place).eachAttr("href")).contains("/feed.atom", "/archive/coming.atom",
					"/archive/calendar.ics");
		}
	}

	private Document page(String path) {
		return Jsoup.parse(this.browser.get(path).body());
	}

}
