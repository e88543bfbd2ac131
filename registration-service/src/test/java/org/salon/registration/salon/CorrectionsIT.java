package org.salon.registration.salon;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.events.salon.Amendment;
import org.salon.events.salon.Link;
import org.salon.events.salon.LinkKind;
import org.salon.events.salon.ReplayPublished;
import org.salon.events.salon.SalonAnnounced;
import org.salon.events.salon.SalonArchived;
import org.salon.events.salon.SalonChanged;
import org.salon.events.salon.SalonEvent;
import org.salon.events.salon.SalonRenumbered;
import org.salon.events.salon.SalonRescheduled;
import org.salon.events.salon.Speaker;
import org.salon.registration.MovableClock;
import org.salon.registration.Published;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Past salons are mended: by which event, with which history, and who is told. */
@RegistrationServiceTest
class CorrectionsIT {

	private static final AtomicInteger NUMBERS = new AtomicInteger(770_000);

	@Autowired
	private Site site;

	@Autowired
	private Published published;

	@Autowired
	private MovableClock clock;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void mendsTheLinksOfAnArchivedSalon() {
		int salon = archived("梯度下降", "[回放](https://example.org/a) [课件](https://example.org/b)");
		correct(salon,
				"""
						{"links": [{"label": "Slides", "url": "https://example.org/b", "kind": "SLIDES"},
						 {"label": "回放", "url": "https://example.org/moved", "kind": "REPLAY"}], "reason": "the platform closed"}
						""")
			.expect(200);
		SalonArchived event = (SalonArchived) event(salon, 2);
		assertThat(event.amendment()).isEqualTo(new Amendment(List.of("links"), "the platform closed"));
		assertThat(event.salon().links()).containsExactly(new Link("Slides", "https://example.org/b", LinkKind.SLIDES),
				new Link("回放", "https://example.org/moved", LinkKind.REPLAY));
		correct(salon, "{\"links\": []}").expect(200);
		assertThat(event(salon, 3).salon().links()).isEmpty();
		JsonNode history = history(salon);
		assertThat(history.at("/0/version").asInt()).isEqualTo(3);
		assertThat(history.at("/1/kind").asString()).isEqualTo("CORRECTED");
		assertThat(history.at("/1/by").asString()).isEqualTo("OPERATOR");
		assertThat(history.at("/1/reason").asString()).isEqualTo("the platform closed");
		assertThat(history.at("/1/changes/0/before/0/url").asString()).isEqualTo("https://example.org/a");
		assertThat(history.at("/1/changes/0/after/1/url").asString()).isEqualTo("https://example.org/moved");
	}

	@Test
	void mendsEveryOtherPartOfAnArchivedSalonAtOnce() {
		int salon = archived("梯度下降", "[回放](https://example.org/a)");
		correct(salon, """
				{"title": "Gradient descent", "host": "Club", "series": "Reading group", "date": "2019-01-02",
				 "speakers": [{"name": "李雷", "affiliation": "ZJU"}], "papers": ["P"], "outline": ["O"],
				 "introduction": "I", "groups": [{"tag": "机器学习", "topics": ["T"]}], "notes": ["N"]}""").expect(200);
		SalonArchived event = (SalonArchived) event(salon, 2);
		assertThat(event.salon().speakers()).containsExactly(new Speaker("李雷", "ZJU"));
		assertThat(event.salon().date()).hasToString("2019-01-02");
		assertThat(event.salon().series()).isEqualTo("Reading group");
		assertThat(event.amendment().fields()).containsExactly("title", "host", "date", "speakers", "papers", "outline",
				"introduction", "groups", "notes", "series");
	}

	@Test
	void changesNothingTheSecondTimeAndNothingForAStaleVersion() {
		int salon = archived("梯度下降", "");
		String body = "{\"title\": \"Other\", \"notify\": false}";
		assertThat(correct(salon, body, "If-Match", "\"1\"").expect(200).header("ETag")).isEqualTo("\"2\"");
		assertThat(correct(salon, body).expect(200).header("ETag")).isEqualTo("\"2\"");
		correct(salon, "{\"title\": \"Third\"}", "If-Match", "\"1\"").expect(412);
		assertThat(history(salon)).hasSize(1);
		marker();
		assertThat(this.published.of("salon/" + salon)).hasSize(2);
	}

	@Test
	void mailsNobodyOfWhatIsMendedUnlessTheOperatorSaysSo() {
		int salon = this.site.announced("");
		this.clock.forward(Duration.ofDays(4));
		correct(salon, "{\"title\": \"Other\", \"notify\": true}").expect(422);
		this.site.operate("POST", "/api/salons/" + salon + "/replays", links("https://example.org/a")).expect(200);
		correct(salon, "{\"speakers\": [{\"name\": \"Ana\"}], \"reason\": \"typo\"}").expect(200);
		assertThat((SalonChanged) event(salon, 4)).satisfies((event) -> {
			assertThat(event.amendment()).isEqualTo(new Amendment(List.of("speakers"), "typo"));
			assertThat(event.salon().status().name()).isEqualTo("HELD");
		});
		String day = event(salon, 4).salon().date().minusDays(3).toString();
		correct(salon, "{\"date\": \"" + day + "\"}").expect(200);
		assertThat((SalonRescheduled) event(salon, 5)).satisfies((event) -> {
			assertThat(event.salon().startsAt()).isEqualTo(event.previousStartsAt().minus(Duration.ofDays(3)));
			assertThat(event.amendment()).isNotNull();
		});
		correct(salon, links("https://example.org/b")).expect(200);
		assertThat((ReplayPublished) event(salon, 6)).satisfies((event) -> assertThat(event.correction()).isTrue());
		correct(salon, "{\"title\": \"Other\", \"notify\": true}").expect(200);
		assertThat((ReplayPublished) event(salon, 7)).satisfies((event) -> {
			assertThat(event.correction()).isFalse();
			assertThat(event.amendment()).isEqualTo(new Amendment(List.of("title"), null));
		});
		correct(salon, "{\"title\": \"Other\", \"notify\": true}").expect(200);
		marker();
		assertThat(this.published.of("salon/" + salon)).hasSize(6);
		assertThat(kinds(salon)).containsExactly("CORRECTED", "CORRECTED", "CORRECTED", "CORRECTED", "REPLAY_PUBLISHED",
				"ANNOUNCED");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "title | ~{\"title\": \"\"}~", "date | ~{\"date\": \"2999-01-01\"}~",
					"date | ~{\"date\": \"tomorrow\"}~", "date | ~{\"date\": \"2100-01-01\"}~",
					"links[0].url | ~{\"links\": [{\"url\": \"http://127.0.0.1/\"}]}~",
					"startsAt | ~{\"startsAt\": \"2026-06-07T11:30:00Z\"}~", "notify | ~{\"notify\": true}~",
					"groups[0].topics[0] | ~{\"groups\": [{\"topics\": [\"a\\nb\"]}]}~",
					"speakers[0].name | ~{\"speakers\": [{}]}~", "reason | ~{\"reason\": \"a\\r\\nb\"}~" })
	void namesTheFieldThatCannotBeMendedSo(String field, String body) {
		int salon = archived("梯度下降", "[回放](https://example.org/a)");
		JsonNode json = correct(salon, body).expect(422).json();
		assertThat(json.path("errors").findValuesAsString("field")).contains(field);
	}

	@Test
	void refusesToMendWhatIsNotPast() {
		correct(this.site.drafted(""), "{\"title\": \"Other\"}").expect(409);
		correct(this.site.announced(""), "{\"title\": \"Other\"}").expect(409);
		correct(999_996, "{\"title\": \"Other\"}").expect(404);
		int salon = archived("梯度下降", "");
		this.site.post("/api/salons/" + salon + "/corrections", "{\"title\": \"Other\"}").expect(401);
		this.site.get("/api/salons/" + salon + "/history").expect(401);
	}

	@Test
	void keepsWhatWasMendedWhenTheTableComesAgain() {
		int salon = NUMBERS.incrementAndGet();
		String row = "【机器学习】Gradiant descent | [回放](https://example.org/a)";
		tell(salon, row);
		correct(salon, """
				{"title": "Gradient descent", "groups": [{"tag": "机器学习", "topics": ["Gradient descent"]}],
				 "links": [{"label": "回放", "url": "https://example.org/moved", "kind": "REPLAY"}]}""").expect(200);
		tell(salon, row);
		assertThat(event(salon, 2).salon().title()).isEqualTo("Gradient descent");
		tell(salon, row + " [课件](https://example.org/slides)");
		SalonEvent event = event(salon, 3);
		assertThat(event.amendment()).isNull();
		assertThat(event.salon().title()).isEqualTo("Gradient descent");
		assertThat(event.salon().groups()).hasSize(1);
		assertThat(event.salon().links()).extracting(Link::url)
			.containsExactly("https://example.org/moved", "https://example.org/slides");
		assertThat(history(salon).at("/0/kind").asString()).isEqualTo("IMPORTED");
	}

	@Test
	void givesASalonAnotherNumberOnce() {
		int old = archived("梯度下降", "[回放](https://example.org/r" + NUMBERS.get() + ")");
		int taken = archived("线性代数", "");
		int fresh = NUMBERS.incrementAndGet();
		correct(old, "{\"host\": \"Club\"}").expect(200);
		renumber(old, taken).expect(409);
		renumber(old, old).expect(422);
		renumber(old, 0).expect(422);
		renumber(999_996, fresh).expect(404);
		int announced = this.site.announced("");
		renumber(announced, fresh).expect(409);
		assertThat(renumber(old, fresh).expect(200).json().path("number").asInt()).isEqualTo(fresh);
		assertThat(renumber(old, fresh).expect(200).json().path("number").asInt()).isEqualTo(fresh);
		SalonRenumbered last = (SalonRenumbered) event(old, 3);
		assertThat(last.to()).isEqualTo(fresh);
		assertThat(last.toVersion()).isEqualTo(4);
		SalonArchived first = (SalonArchived) event(fresh, 4);
		assertThat(first.amendment()).isEqualTo(new Amendment(List.of("number"), "counted twice"));
		assertThat(first.salon().host()).isEqualTo("Club");
		this.site.get("/api/salons/" + old).expect(404);
		assertThat(kinds(fresh)).containsExactly("RENUMBERED", "CORRECTED");
		marker();
		assertThat(this.published.of("salon/" + old)).hasSize(3);
		assertThat(this.published.of("salon/" + fresh)).hasSize(1);
	}

	@Test
	void takesARowWithTheOldNumberForTheSalonIfItTellsOfIt() {
		int old = NUMBERS.incrementAndGet();
		String row = "【机器学习】T" + old + " | [回放](https://example.org/r" + old + ")";
		tell(old, row);
		int fresh = NUMBERS.incrementAndGet();
		renumber(old, fresh).expect(200);
		event(fresh, 3);
		JsonNode answer = tell(old, row + " [课件](https://example.org/s" + old + ")");
		assertThat(answer.path("warnings").findValuesAsString("message"))
			.anyMatch((message) -> message.contains("Salon " + old + " is No. " + fresh + " now"));
		assertThat(event(fresh, 4).salon().links()).hasSize(2);
		this.site.get("/api/salons/" + old).expect(404);
		answer = tell(old, "2017.03.05", "【项目实战】Other | [回放](https://example.org/other" + old + ")");
		assertThat(answer.path("warnings").findValuesAsString("message"))
			.anyMatch((message) -> message.contains("imported as salon " + old));
		SalonEvent another = event(old, 3);
		assertThat(another).isInstanceOf(SalonArchived.class);
		assertThat(another.salon().title()).isEqualTo("Other");
		renumber(fresh, old).expect(409);
	}

	@Test
	void comesBackToANumberThatItGaveUp() {
		int old = archived("梯度下降", "");
		int fresh = NUMBERS.incrementAndGet();
		renumber(old, fresh).expect(200);
		renumber(fresh, old).expect(200);
		assertThat(event(old, 5)).isInstanceOf(SalonArchived.class);
		assertThat(((SalonRenumbered) event(fresh, 4)).toVersion()).isEqualTo(5);
		assertThat(history(old)).hasSize(2);
	}

	@Test
	void showsInTheConsoleWhatWouldChangeBeforeItIsSaved() {
		int salon = archived("梯度下降", "[回放](https://example.org/a)");
		String path = "/operator/salons/" + salon;
		Site.Browser browser = this.site.browser().login();
		String page = browser.get(path + "/correct").expect(200).text();
		Map<String, String> form = form(page);
		assertThat(form.get("groups")).isEqualTo("【机器学习】梯度下降");
		assertThat(form.get("links")).isEqualTo("回放 https://example.org/a REPLAY");
		form.put("speakers", "李雷 | ZJU");
		form.put("links", "回放 https://example.org/b\nno address");
		form.put("reason", "moved");
		assertThat(browser.submit(path + "/correct", form).expect(422).text()).contains("links-error", "Line 2:");
		form.put("links", "回放 https://example.org/b");
		form.put("then", "save");
		String preview = browser.submit(path + "/correct", form).expect(200).text();
		assertThat(preview).contains("What would change", "李雷 | ZJU", "https://example.org/b", "Nobody is mailed.");
		assertThat(history(salon)).isEmpty();
		Map<String, String> shown = form(preview);
		shown.put("then", "save");
		browser.submit(path + "/correct", shown).expect(302);
		assertThat(event(salon, 2).amendment()).isEqualTo(new Amendment(List.of("speakers", "links"), "moved"));
		String history = browser.get(path).expect(200).text();
		assertThat(history).contains("Corrected", "https://example.org/a", path + "/correct?version=1");
		Map<String, String> back = form(browser.get(path + "/correct?version=1").expect(200).text());
		assertThat(back.get("links")).isEqualTo("回放 https://example.org/a REPLAY");
		assertThat(back.get("speakers")).isEmpty();
		back.putAll(form(browser.submit(path + "/correct", back).expect(200).text()));
		back.put("then", "save");
		browser.submit(path + "/correct", back).expect(302);
		assertThat(event(salon, 3).salon().links()).extracting(Link::url).containsExactly("https://example.org/a");
		assertThat(browser.speaking("zh-CN").get(path + "/correct").expect(200).text()).contains("更正", "理由");
		assertThat(browser.submit(path + "/renumber", Map.of("to", "0")).expect(422).text()).contains("to-error");
	}

	private int archived(String topic, String links) {
		int number = NUMBERS.incrementAndGet();
		tell(number, "【机器学习】" + topic + " | " + links);
		return number;
	}

	private JsonNode tell(int number, String row) {
		return tell(number, "2018.12.05", row);
	}

	private JsonNode tell(int number, String date, String row) {
		return this.site
			.importInvitation("?dryRun=false",
					"| 期数 | 时间 | 内容 | 链接 |\n| --- | --- | --- | --- |\n| " + number + " | " + date + " | " + row
							+ " |\n")
			.expect(200)
			.json();
	}

	private Site.Answer correct(int salon, String body, String... headers) {
		return this.site.operate("POST", "/api/salons/" + salon + "/corrections", body, headers);
	}

	private Site.Answer renumber(int salon, int to) {
		return this.site.operate("POST", "/api/salons/" + salon + "/renumber",
				"{\"to\": " + to + ", \"reason\": \"counted twice\"}");
	}

	private JsonNode history(int salon) {
		return this.site.operate("GET", "/api/salons/" + salon + "/history", null).expect(200).json();
	}

	private List<String> kinds(int salon) {
		return history(salon).valueStream().map((entry) -> entry.path("kind").asString()).toList();
	}

	private SalonEvent event(int salon, long version) {
		String subject = "salon/" + salon;
		this.published.await("version " + version + " of " + subject,
				(data) -> this.published.of(subject).stream().anyMatch((event) -> event.version() == version));
		return this.published.of(subject)
			.stream()
			.filter((event) -> event.version() == version)
			.map((event) -> (SalonEvent) event.data())
			.findFirst()
			.orElseThrow();
	}

	private void marker() {
		this.clock.reset();
		int marker = this.site.announced("");
		this.published.await("the marker",
				(event) -> event instanceof SalonAnnounced announced && announced.salon().number() == marker);
	}

	private static String links(String url) {
		return "{\"links\": [{\"label\": \"Replay\", \"url\": \"" + url + "\", \"kind\": \"REPLAY\"}]}";
	}

	/** What a browser would send of the correction's form as it stands. */
	private static Map<String, String> form(String page) {
		String html = page.substring(page.indexOf("<form id=\"correct\""),
				page.indexOf("</form>", page.indexOf("<form id=\"correct\"")));
		Map<String, String> fields = new HashMap<>();
		Matcher inputs = Pattern.compile("<input(?![^>]*checkbox)[^>]*name=\"([a-z]+)\"[^>]*>").matcher(html);
		while (inputs.find()) {
			Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(inputs.group());
			fields.put(inputs.group(1), value.find() ? value.group(1) : "");
		}
		Matcher areas = Pattern.compile("<textarea[^>]*name=\"([a-z]+)\"[^>]*>([^<]*)</textarea>").matcher(html);
		while (areas.find()) {
			fields.put(areas.group(1), areas.group(2));
		}
		return fields;
	}

}
