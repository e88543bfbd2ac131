package org.salon.registration.salon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's list of salons. */
@RegistrationServiceTest
class SalonListIT {

	@Autowired
	private Site site;

	@Test
	void showsEverySalonOnceOverItsPages() {
		String word = "list" + Site.freshNumber();
		List<Integer> drafted = IntStream.range(0, 5).mapToObj((i) -> titled(word + " " + i)).toList();
		List<Integer> listed = new ArrayList<>();
		String next = "";
		do {
			JsonNode page = list("?size=2&query=" + word + next);
			page.path("items").forEach((item) -> listed.add(item.path("number").asInt()));
			next = page.path("next").isNull() ? "" : "&before=" + page.path("next").asInt();
		}
		while (!next.isEmpty());
		assertThat(listed).containsExactlyElementsOf(drafted.reversed());
	}

	@Test
	void tellsWhoComesAndWhoWaits() {
		int number = this.site.announced("\"capacity\": 1");
		this.site.signUp(number, "One", "one-" + number + "@example.org").expect(201);
		this.site.signUp(number, "Two", "two-" + number + "@example.org").expect(201);
		JsonNode item = list("?query=" + number).path("items").get(0);
		assertThat(item.path("registered").asInt()).isEqualTo(1);
		assertThat(item.path("waitlisted").asInt()).isEqualTo(1);
		assertThat(item.path("capacity").asInt()).isEqualTo(1);
		assertThat(item.path("status").asString()).isEqualTo("ANNOUNCED");
	}

	@Test
	void findsByStageAndTakesSignsOfPatternsAsTheyStand() {
		String word = "100%_" + Site.freshNumber();
		int draft = titled(word);
		assertThat(list("?stage=DRAFT&query=" + draft).path("items")).hasSize(1);
		assertThat(list("?stage=HELD&query=" + draft).path("items")).isEmpty();
		assertThat(this.site.operate("GET", "/api/operator/salons?query=100%25_", null)
			.json()
			.path("items")
			.get(0)
			.path("number")
			.asInt()).isEqualTo(draft);
		assertThat(list("?query=1%25%25" + draft).path("items")).isEmpty();
		this.site.operate("GET", "/api/operator/salons?size=0", null).expect(422);
	}

	@Test
	void consoleFindsWhileOneTypesAndWithoutScripts() {
		String word = "typed" + Site.freshNumber();
		int draft = titled(word);
		Site.Browser browser = this.site.browser().login();
		assertThat(browser.get("/operator/salons?query=" + word).expect(200).text())
			.contains("/operator/salons/" + draft, "value=\"" + word + "\"");
		assertThat(browser.get("/operator/salons?query=" + word + "-nowhere").text())
			.contains("No salon is like that.");
	}

	@Test
	void isForTheOperatorOnly() {
		this.site.get("/api/operator/salons").expect(401);
	}

	private int titled(String title) {
		int number = Site.freshNumber();
		this.site.operate("POST", "/api/salons", Site.salon(number, "").replace("Non-IID 数据集", title)).expect(201);
		return number;
	}

	private JsonNode list(String query) {
		return this.site.operate("GET", "/api/operator/salons" + query, null).expect(200).json();
	}

}
