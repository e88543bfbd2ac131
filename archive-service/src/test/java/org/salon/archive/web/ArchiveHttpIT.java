package org.salon.archive.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;

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
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salon.archive.SalonSamples.salon;

@RunningArchive
class ArchiveHttpIT {

	@LocalServerPort
	private int port;

	@Autowired
	private EventWriter events;

	private Browser browser;

	@BeforeEach
	void fill() {
		this.browser = new Browser(this.port);
		this.events.write(new SalonArchived(salon(5001).date(LocalDate.of(2018, 12, 5))
			.title("<script>alert(1)</script>")
			.speaker("王小明", "浙江大学")
			.group("论文分享", "联邦学习框架—fate", "100%_match", "<script>alert(5)</script>")
			.link("<img src=x onerror=alert(2)>", "https://v.douyu.com/show/5001?a=1&b=2")
			.link("bad", "javascript:alert(3)")
			.note("电脑端打开")
			.introduction("**bold** <svg onload=alert(4)>")
			.state()), 1);
		this.events.write(new SalonArchived(salon(5002).date(LocalDate.of(2018, 12, 12)).group("项目实战", "房价预测").state()),
				1);
		for (int number : new int[] { 5001, 5002 }) {
			await("salon " + number).atMost(Duration.ofSeconds(60))
				.until(() -> this.browser.get("/archive/" + number).statusCode() == 200);
		}
	}

	@Test
	void escapesAllThatEventsSay() {
		for (String path : new String[] { "/archive/5001", "/archive?year=2018" }) {
			String page = this.browser.get(path).body();
			assertThat(page).contains("&lt;script&gt;", "&lt;img", "bad javascript:alert(3)", "rel=\"noopener")
				.doesNotContain("<script>", "<img", "<svg", "href=\"javascript");
		}
	}

	@Test
	void sendsHeadersThatKeepPagesSafe() {
		HttpResponse<String> page = this.browser.get("/archive");
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("frame-ancestors 'none'", "script-src 'self'")
				.doesNotContain("unsafe", "frame-src"));
		assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(page.headers().firstValue("Referrer-Policy")).isPresent();
		assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "query=小明, 5001", "query=fate, 5001", "query=FATE+框架, 5001", "query=ｆａｔｅ, 5001", "query=100%25_, 5001",
			"query=fatte, 5001", "query=5002, 5002", "speaker=王小明, 5001", "platform=douyu, 5001", "replay=true, 5001",
			"query=房价, 5002", "tag=项目实战, 5002" })
	void findsByPartsOfWords(String parameters, int number) {
		String encoded = parameters.codePoints()
			.mapToObj((point) -> (point < 0x80) ? Character.toString(point)
					: URLEncoder.encode(Character.toString(point), StandardCharsets.UTF_8))
			.reduce("", String::concat);
		JsonNode found = this.browser.json("/api/archive?year=2018&" + encoded);
		assertThat(found.at("/total").asInt()).isEqualTo(1);
		assertThat(found.at("/items/0/number").asInt()).isEqualTo(number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "query=%25", "query=10_%25", "query=%00", "query=%27%20or%201=1", "tag=nosuch" })
	void findsNothingByWildcardsAndTricks(String parameters) {
		HttpResponse<String> found = this.browser.get("/api/archive?year=2018&size=1&" + parameters);
		assertThat(found.statusCode()).isEqualTo(200);
		assertThat(JsonMapper.shared().readTree(found.body()).at("/total").asInt()).isZero();
	}

	@Test
	void pagesNewestFirst() {
		JsonNode first = this.browser.json("/api/archive?year=2018&size=1");
		JsonNode second = this.browser.json("/api/archive?year=2018&size=1&page=1");
		assertThat(first.at("/items/0/number").asInt()).isEqualTo(5002);
		assertThat(second.at("/items/0/number").asInt()).isEqualTo(5001);
		assertThat(second.at("/total").asInt()).isEqualTo(2);
		assertThat(this.browser.json("/api/archive?size=100").at("/size").asInt()).isEqualTo(100);
		assertThat(this.browser.json("/api/archive?year=2018&page=7").at("/items").size()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "page=-1, page", "page=x, page", "size=0, size", "size=1000000000, size", "size=99999999999, size",
			"year=12, year", "year=2018-01, year", "page=1&page=2, page" })
	void namesBadParameter(String parameters, String field) {
		HttpResponse<String> answer = this.browser.get("/api/archive?" + parameters, "Accept-Language", "en");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(answer.body());
		assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
		assertThat(problem.at("/errors/0/message").asString()).startsWith("must be a whole number");
		assertThat(problem.at("/detail").asString()).isEqualTo("Some fields are not valid.");
	}

	@Test
	void tellsReaderOfBadParameterOnAPage() {
		HttpResponse<String> page = this.browser.get("/archive?page=-1", "Accept", "text/html", "Accept-Language",
				"zh-CN");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("有些内容填写有误", "<h1", "lang=\"zh-CN\"", "https://salon.example.org/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/archive/999998", "/archive/tags/nosuch", "/archive/speakers/a/b", "/archive/series/~FF",
			"/archive/years/1901", "/archive/0", "/archive/abc", "/archive/1234567", "/archive/assets/x" })
	void hasNothingUnderUnknownAddresses(String path) {
		HttpResponse<String> page = this.browser.get(path, "Accept", "text/html");
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("<h1").doesNotContain("Exception");
	}

	@Test
	void namesFlagThatIsNone() {
		JsonNode problem = this.browser.json("/api/archive?replay=maybe&query=" + "a+".repeat(11));
		assertThat(problem.at("/errors").findValuesAsString("field")).containsExactly("query", "replay");
	}

	@Test
	void showsWhatWasFoundWhereItIsAskedFor() {
		JsonNode found = this.browser.json("/api/archive?year=2018&query=fate&highlights=true");
		assertThat(found.at("/similar").asBoolean()).isFalse();
		assertThat(found.at("/items/0/highlights/0").toString()).contains("{\"text\":\"fate\",\"hit\":true}");
		assertThat(found.at("/facets/tags/0").toString()).isEqualTo("{\"value\":\"论文分享\",\"count\":1}");
		assertThat(this.browser.json("/api/archive?year=2018&query=fate").at("/items/0/highlights").isMissingNode())
			.isTrue();
	}

	@Test
	void linksThePagesBeforeAndAfter() {
		HttpResponse<String> first = this.browser.get("/api/archive?year=2018&size=1&tag=");
		assertThat(first.headers().firstValue("Link")).hasValue("</api/archive?year=2018&size=1&page=1>; rel=\"next\"");
		assertThat(this.browser.get("/api/archive?year=2018&size=1&page=1").headers().firstValue("Link"))
			.hasValue("</api/archive?year=2018&size=1&page=0>; rel=\"prev\"");
		assertThat(this.browser.get("/api/archive?query=nothing-at-all").headers().firstValue("Link")).isEmpty();
	}

	@Test
	void answersWithOneSalon() {
		HttpResponse<String> answer = this.browser.get("/api/archive/5001");
		JsonNode salon = JsonMapper.shared().readTree(answer.body());
		assertThat(salon.at("/speakers/0/name").asString()).isEqualTo("王小明");
		assertThat(this.browser.get("/api/archive/999998").statusCode()).isEqualTo(404);
		assertThat(this.browser.get("/api/archive/999998", "If-None-Match", "*").statusCode()).isEqualTo(404);
		await("no other change can fall into the same second").atMost(Duration.ofSeconds(10))
			.until(() -> this.browser.get("/api/archive/5001").headers().firstValue("Last-Modified").isPresent());
		String changed = this.browser.get("/api/archive/5001").headers().firstValue("Last-Modified").orElseThrow();
		assertThat(this.browser.get("/api/archive/5001", "If-Modified-Since", changed).statusCode()).isEqualTo(304);
	}

	@Test
	void comparesEntityTagsAsTheStandardSays() {
		String tag = this.browser.get("/api/archive").headers().firstValue("ETag").orElseThrow();
		assertThat(tag).startsWith("\"");
		for (String known : new String[] { "*", "\"other\", " + tag, "W/" + tag }) {
			HttpResponse<String> answer = this.browser.get("/api/archive", "If-None-Match", known);
			assertThat(answer.statusCode()).as(known).isEqualTo(304);
			assertThat(answer.headers().firstValue("ETag")).hasValue(tag);
			assertThat(answer.body()).isEmpty();
		}
		assertThat(this.browser.get("/api/archive", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/api/archive?size=1", "If-None-Match", tag).statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/api/archive?page=-1", "If-None-Match", "*").statusCode()).isEqualTo(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/archive", "/archive/5001", "/api/archive/5001", "/archive.md", "/archive.json",
			"/archive.csv", "/api/archive", "/feed.atom", "/sitemap.xml" })
	void answersNotModifiedToWhoHasItAlready(String path) {
		String tag = this.browser.get(path).headers().firstValue("ETag").orElseThrow();
		assertThat(this.browser.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
	}

	@Test
	void writesTheSameBytesForTheSameArchive() {
		assertThat(this.browser.get("/archive.json").body()).isEqualTo(this.browser.get("/archive.json").body())
			.contains("\"number\" : 5001");
		assertThat(this.browser.get("/archive.md").body()).contains("| 5002 | ");
		assertThat(this.browser.get("/archive.csv").body()).contains("房价预测");
		assertThat(this.browser.get("/feed.atom").body()).contains("https://archive.example.org/archive/5001");
		assertThat(this.browser.get("/sitemap.xml").body()).contains("https://archive.example.org/archive/5002");
	}

	@Test
	void speaksTheReadersLanguage() {
		assertThat(this.browser.get("/archive", "Accept-Language", "fr, en;q=0.5").body()).contains("Past salons");
		assertThat(this.browser.get("/archive", "Accept-Language", "fr").body()).contains("往期沙龙回顾");
		HttpResponse<String> chosen = this.browser.get("/archive?lang=en");
		assertThat(chosen.body()).contains("lang=\"en\"", "https://salon.example.org/");
		assertThat(chosen.headers().firstValue("Set-Cookie").orElse("")).startsWith("lang=en;");
		assertThat(this.browser.get("/archive", "Cookie", "lang=en").body()).contains("Past salons");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/archive/rebuild", "/api/dead-letters", "/api/status", "/actuator/prometheus",
			"/actuator/info", "/actuator" })
	void asksForTheOperator(String path) {
		assertThat(this.browser.get(path).statusCode()).isEqualTo(401);
		assertThat(this.browser.get(path, "Authorization", Browser.basic("wrong")).statusCode()).isEqualTo(401);
		assertThat(this.browser.operatorGet(path).statusCode()).isEqualTo(200);
	}

	@Test
	void asksWhoGuessesPasswordsToWaitAndNobodyElse() {
		String[] guess = { "X-Forwarded-For", "203.0.113.1", "Authorization", Browser.basic("wrong") };
		for (int i = 0; i < 10; i++) {
			assertThat(this.browser.get("/api/status", guess).statusCode()).isEqualTo(401);
		}
		HttpResponse<String> limited = this.browser.get("/api/status", "X-Forwarded-For", "203.0.113.1",
				"Authorization", Browser.basic(Browser.PASSWORD));
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 61L);
		assertThat(this.browser.get("/archive", "X-Forwarded-For", "203.0.113.1").statusCode()).isEqualTo(200);
		assertThat(this.browser.operatorGet("/api/status").statusCode()).isEqualTo(200);
	}

	@Test
	void tellsEveryoneOnlyWhetherItIsHealthy() {
		assertThat(this.browser.get("/actuator/health").body()).contains("\"status\":\"UP\"").doesNotContain("db");
		assertThat(this.browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	@Test
	void turnsAwayFormsOfOtherSites() {
		assertThat(this.browser.operatorPost("/api/archive/rebuild", "Sec-Fetch-Site", "cross-site").statusCode())
			.isEqualTo(403);
	}

	@Test
	void countsWhatItDoes() {
		assertThat(this.browser.operatorGet("/api/status").body()).contains("salon.archive.salons",
				"salon.archive.rebuilds", "salon.archive.rebuild.time", "salon.archive.projection.delay",
				"salon.archive.search.time", "salon.archive.index.fill");
		assertThat(this.browser.operatorGet("/actuator/prometheus").body())
			.contains("salon_archive_projection_delay_seconds_bucket");
	}

	@Test
	void servesItsOwnLooks() {
		assertThat(this.browser.get("/archive/webjars/picocss__pico/css/pico.min.css").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/archive/assets/salon.css").statusCode()).isEqualTo(200);
		assertThat(this.browser.get("/design/design.css").statusCode()).isEqualTo(200);
	}

}
