package org.salon.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Point 1: reading the invitation, and passing it on. */
@Order(2)
class InvitationWalkIT extends Walk {

	private static final ZonedDateTime START = LocalDate.now()
		.plusDays(14)
		.atTime(LocalTime.of(19, 30))
		.atZone(ZoneId.of("Asia/Shanghai"));

	private static final String CONTENT = """
			, "host": "Data Club", "format": "线上 online", "capacity": 30,
			"speakers": [{"name": "张三", "affiliation": "Tsinghua"}, {"name": "Ada"}],
			"papers": ["Attention https://arxiv.org/abs/1706.03762"], "outline": ["Why", "How"],
			"introduction": "A *first* look.\"""";

	@ParameterizedTest
	@CsvSource({ "zh-CN, 怎样读论文", "en, How to read a paper" })
	void aReaderFindsAllThatTheInvitationSaysInTheirOwnTimeToo(String language, String title) {
		int number = announce(language, 10, title);
		try (Attendee reader = attendee(language, "Reader")) {
			List<String> strangers = new ArrayList<>();
			reader.page().onRequest((request) -> strangers.add(request.url()));
			reader.open("/");
			assertThat(reader.page().locator("a[href^='webcal://']").getAttribute("href")).endsWith("/calendar.ics");
			reader.follow(reader.page().locator("a", new Page.LocatorOptions().setHasText(title)));
			assertThat(reader.page().locator("h1").innerText()).isEqualTo(title);
			assertThat(reader.page().locator(".facts time").innerText()).contains("19:30–21:30 (Asia/Shanghai, UTC+8)");
			String home = DateTimeFormatter.ofPattern("HH:mm").format(START.withZoneSameInstant(Attendee.HOME));
			assertThat(reader.page().locator(".own-time").innerText()).startsWith(reader.words().pageUpTo("time.yours"))
				.contains(home, "(New York)");
			assertThat(reader.page().locator("#content").innerText()).contains("张三", "Tsinghua", "Data Club", "Why",
					"A first look.", reader.words().page("salon.seats.left", 30, 30),
					reader.words().page("salon.join.byMail"));
			assertThat(reader.page().locator("a[href='https://arxiv.org/abs/1706.03762']").count()).isOne();
			assertThat(strangers).allMatch((url) -> url.startsWith(system.registration()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 值得分享的沙龙", "en, A salon to pass on" })
	void aChatAndASearchEngineFindWhatTheyShow(String language, String title) throws IOException {
		int number = announce(language, 13, title);
		String address = system.registration() + "/salons/" + number;
		try (Attendee reader = attendee(language, "Sharer")) {
			reader.open("/salons/" + number);
			assertThat(meta(reader, "og:title")).contains(title);
			assertThat(meta(reader, "og:url")).isEqualTo(address);
			assertThat(meta(reader, "og:description")).contains("19:30", "张三", "A first look.");
			APIResponse poster = reader.page().request().get(meta(reader, "og:image"));
			assertThat(poster.headers().get("content-type")).isEqualTo("image/png");
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(poster.body()));
			assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1200, 630);
			JsonNode event = JsonMapper.shared()
				.readTree(reader.page().locator("script[type='application/ld+json']").textContent());
			assertThat(event.get("@type").asString()).isEqualTo("Event");
			assertThat(event.get("name").asString()).isEqualTo(title);
			assertThat(event.get("eventStatus").asString()).isEqualTo("https://schema.org/EventScheduled");
			assertThat(event.get("location").get(0).get("@type").asString()).isEqualTo("VirtualLocation");
			assertThat(OffsetDateTime.parse(event.get("startDate").asString()).toInstant())
				.isEqualTo(START.toInstant());
			assertThat(event.get("performer").get(0).get("name").asString()).isEqualTo("张三");
			assertThat(event.get("offers").get("availability").asString()).isEqualTo("https://schema.org/InStock");
			assertThat(event.get("inLanguage").asString()).isEqualTo(language);
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 记在日历里", "en, Kept in a calendar" })
	void aReaderTakesTheSalonIntoTheCalendarAndOntoThePhoneAndTurnsToTheNext(String language, String title) {
		int number = announce(language, 16, title);
		desk.announce(number + 1, title + " +1", "");
		try (Attendee reader = attendee(language, "Keeper")) {
			reader.open("/salons/" + number);
			Page page = reader.page();
			page.locator("summary", new Page.LocatorOptions().setHasText(reader.words().page("salon.calendar")))
				.click();
			assertThat(page.request().get(visible(page, "/" + number + ".ics']")).text()).contains("BEGIN:VEVENT",
					"SUMMARY:" + title);
			String utc = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
				.format(START.withZoneSameInstant(ZoneId.of("UTC")));
			assertThat(visible(page, "calendar.google.com']")).contains("dates=" + utc + "/");
			assertThat(URLDecoder.decode(visible(page, "outlook.live.com']"), StandardCharsets.UTF_8))
				.contains("startdt=" + START.toInstant());
			String all = visible(page, "webcal:']").replaceFirst("webcal", "http");
			assertThat(page.request().get(all).text()).contains("SUMMARY:" + title, "SUMMARY:" + title + " +1");

			page.locator("summary", new Page.LocatorOptions().setHasText(reader.words().page("share.phone"))).click();
			Locator code = page.locator("img.code-picture");
			code.scrollIntoViewIfNeeded();
			assertThat(code.getAttribute("alt")).contains(system.registration() + "/salons/" + number);
			APIResponse picture = page.request().get(system.registration() + code.getAttribute("src"));
			assertThat(picture.headers().get("content-type")).startsWith("image/svg+xml");
			assertThat(picture.text()).startsWith("<svg");

			reader.follow(page.locator("a[rel=next]"));
			assertThat(page.locator("h1").innerText()).isEqualTo(title + " +1");
			reader.follow(page.locator("a[rel=prev]"));
			assertThat(page.locator("h1").innerText()).isEqualTo(title);
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 已经举行的沙龙", "en, A salon that was held" })
	void theReplayStandsInPlaceOfTheFormOnceTheSalonIsHeld(String language, String title) {
		int number = number(language, 19);
		desk.announce(number, title, START.minusDays(30).toInstant(), Duration.ofHours(2), "");
		desk.publishReplay(number, "https://video.example.org/" + number);
		if (Http.get(system.registration() + "/salons/15").statusCode() == 404) {
			desk.importSample();
		}
		try (Attendee reader = attendee(language, "Late")) {
			for (int past : List.of(number, 15)) {
				reader.open("/salons/" + past);
				reader.reads("salon.over");
				reader.reads("link.kind.REPLAY");
				assertThat(reader.page().locator("form").count()).isZero();
			}
			reader.open("/salons/" + number);
			assertThat(reader.page().locator("a[title='https://video.example.org/" + number + "']").isVisible())
				.isTrue();
		}
	}

	private static int announce(String language, int ofWalk, String title) {
		int number = number(language, ofWalk);
		desk.announce(number, title, START.toInstant(), Duration.ofHours(2), CONTENT);
		return number;
	}

	private static String meta(Attendee reader, String property) {
		return reader.page().locator("meta[property='" + property + "']").getAttribute("content");
	}

	/** Where the link leads that is on the screen and whose address has that part. */
	private static String visible(Page page, String part) {
		Locator link = page.locator("details[open] a[href*='" + part);
		assertThat(link.isVisible()).as(part).isTrue();
		String address = link.getAttribute("href");
		return address.startsWith("/") ? system.registration() + address : address;
	}

}
