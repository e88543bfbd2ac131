package org.salon.registration.share;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class InvitationIT {

	private static final int MOST = 60_000;

	private static final Pattern PART = Pattern
		.compile("(?:<link rel=\"stylesheet\" href|<script[^>]* src)=\"([^\"]+)\"");

	private static final Pattern DATA = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>",
			Pattern.DOTALL);

	@Autowired
	private Site site;

	@Test
	void saysToSearchEnginesAndChatsWhatItIs() {
		int salon = this.site.announced(
				"""
						"capacity": 3, "host": "AI & <b>co</b>", "format": "线上", "speakers": [{"name": "张三", "affiliation": "ECNU"}],
						"introduction": "Ends </script><script>alert(1)</script> here",
						"papers": ["Quagmire https://arxiv.org/abs/1910.00189", "x javascript:alert(1)"]""");
		this.site.signUp(salon, "Ada", "ada" + salon + "@example.org").expect(201);
		String page = this.site.page("/salons/" + salon, "en").expect(200).text();
		assertThat(page.split("<head>", -1)).hasSize(2);
		JsonNode event = data(page);
		assertThat(event.get("description").asString()).contains("张三 · Ends here");
		assertThat(event.get("@type").asString()).isEqualTo("Event");
		assertThat(event.get("eventStatus").asString()).isEqualTo("https://schema.org/EventScheduled");
		assertThat(event.get("eventAttendanceMode").asString())
			.isEqualTo("https://schema.org/OnlineEventAttendanceMode");
		assertThat(event.get("location").get(0).get("@type").asString()).isEqualTo("VirtualLocation");
		assertThat(event.get("remainingAttendeeCapacity").asInt()).isEqualTo(2);
		assertThat(event.get("startDate").asString()).endsWith("+08:00");
		assertThat(event.get("performer").get(0).get("name").asString()).isEqualTo("张三");
		assertThat(page)
			.contains("property=\"og:title\"", "summary_large_image", "/salons/" + salon + "/poster.png",
					"href=\"https://arxiv.org/abs/1910.00189\"", "calendar.google.com", "outlook.live.com", "webcal://")
			.doesNotContain("<script>alert", "href=\"javascript:");
		this.site.operate("POST", "/api/salons/" + salon + "/cancel", null).expect(200);
		assertThat(data(this.site.page("/salons/" + salon, "zh-CN").text()).get("eventStatus").asString())
			.isEqualTo("https://schema.org/EventCancelled");
	}

	@Test
	void leadsToSalonsBeforeAndAfterThatArePublic() {
		int first = this.site.announced("");
		int hidden = this.site.drafted("");
		int last = this.site.announced("");
		assertThat(this.site.page("/salons/" + first, "en").text()).contains("href=\"/salons/" + last + "\"");
		assertThat(this.site.page("/salons/" + last, "en").text()).contains("href=\"/salons/" + first + "\"")
			.doesNotContain("/salons/" + hidden + "\"");
	}

	@Test
	void hasPosterAndCodeUnlessItIsDraft() throws IOException {
		int salon = this.site.announced("");
		Site.Answer poster = this.site.get("/salons/" + salon + "/poster.png").expect(200);
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(poster.response().body()));
		assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1200, 630);
		assertThat(poster.header("Cache-Control")).contains("max-age=3600");
		Site.Answer again = this.site
			.send(this.site.request("/salons/" + salon + "/poster.png").header("If-None-Match", poster.header("ETag")));
		assertThat(again.status()).isEqualTo(304);
		assertThat(this.site.get("/salons/" + salon + "/qr.svg").expect(200).header("Content-Type"))
			.startsWith("image/svg+xml");
		int draft = this.site.drafted("");
		this.site.get("/salons/" + draft + "/poster.png").expect(404);
		this.site.get("/salons/" + draft + "/qr.svg").expect(404);
	}

	@Test
	void weighsLittleAndKeepsItsPartsForAYear() throws IOException {
		int salon = this.site.announced("\"introduction\": \"" + "本期沙龙讨论非独立同分布数据集上的分布式训练。".repeat(100) + "\"");
		Site.Answer page = compressed("/salons/" + salon);
		int weight = page.response().body().length;
		List<String> parts = PART.matcher(unpacked(page)).results().map((found) -> found.group(1)).toList();
		assertThat(parts).hasSizeGreaterThan(2);
		for (String part : parts) {
			assertThat(part).as("no third party, and a hash in the name").matches("/[^/].*-[0-9a-f]{32}\\.(css|js)");
			Site.Answer answer = compressed(part);
			assertThat(answer.header("Cache-Control")).as(part).contains("max-age=31536000", "immutable");
			weight += answer.response().body().length;
		}
		assertThat(weight).as("bytes over the wire").isLessThan(MOST);
	}

	@Test
	void answersKnownAndUnknownAddressesAlike() {
		int salon = this.site.announced("");
		String known = "known" + salon + "@example.org";
		this.site.signUp(salon, "Ada", known).expect(201);
		Site.Browser browser = this.site.browser();
		browser.get("/salons/" + salon);
		String place = "/salons/" + salon + "/registrations";
		Site.Answer again = browser.submit(place, Map.of("name", "Ada", "email", known)).expect(302);
		Site.Answer fresh = browser.submit(place, Map.of("name", "Ada", "email", "x" + known)).expect(302);
		assertThat(again.header("Location")).isEqualTo(fresh.header("Location"));
		assertThat(this.site.signUp(salon, "Ada", known).text())
			.isEqualTo(this.site.signUp(salon, "Ada", "y" + known).text());
		String knownRefused = browser.submit(place, Map.of("name", "", "email", known)).expect(422).text();
		String freshRefused = browser.submit(place, Map.of("name", "", "email", "z" + known)).expect(422).text();
		assertThat(withoutSeals(freshRefused).replace("z" + known, known)).isEqualTo(withoutSeals(knownRefused));
	}

	@Test
	void pointsOutSlipInAddressOnceAndTakesItWhenItIsRight() {
		int salon = this.site.announced("");
		Site.Browser browser = this.site.browser();
		browser.get("/salons/" + salon);
		String place = "/salons/" + salon + "/registrations";
		String address = "ada" + salon + "@gamil.com";
		assertThat(browser.submit(place, Map.of("name", "Ada", "email", address)).expect(422).text())
			.contains("Did you mean ada" + salon + "@gmail.com?", "name=\"emailIsRight\"");
		browser.submit(place, Map.of("name", "Ada", "email", address, "emailIsRight", address)).expect(302);
		this.site.signUp(salon, "Ada", "eve" + salon + "@gamil.com").expect(201);
	}

	private static String withoutSeals(String page) {
		return page.replaceAll("name=\"(_csrf|stamp)\" value=\"[^\"]+\"", "");
	}

	private static JsonNode data(String page) {
		Matcher matcher = DATA.matcher(page);
		assertThat(matcher.find()).isTrue();
		return Site.JSON.readTree(matcher.group(1));
	}

	private Site.Answer compressed(String path) {
		Site.Answer answer = this.site.send(this.site.request(path)
			.header("Accept", "text/html,*/*")
			.header("Accept-Language", "zh-CN")
			.header("Accept-Encoding", "gzip"));
		// Below that the server does not think it worth while.
		boolean small = answer.expect(200).response().body().length < 2048
				&& answer.header("Content-Encoding").isEmpty();
		assertThat(small || answer.header("Content-Encoding").equals("gzip")).as(path).isTrue();
		return answer;
	}

	private static String unpacked(Site.Answer answer) throws IOException {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.response().body()))) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			in.transferTo(out);
			return out.toString(StandardCharsets.UTF_8);
		}
	}

}
