package org.salon.registration.registration;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class QuestionsIT {

	private static final String RULES = """
			"signUp": {"acceptWithin": "PT12H", "questions": [
				{"text": "Your wish?", "kind": "TEXT"},
				{"id": "way", "text": "How do you come?", "kind": "CHOICE", "options": ["train", "car"], "required": true},
				{"id": "food", "text": "What do you eat?", "kind": "CHOICES", "options": ["fish", "rice", "tea"]},
				{"id": "photo", "text": "=Photos are fine", "kind": "CONSENT", "required": true}]}""";

	@Autowired
	private Site site;

	@Test
	void showsRulesToOperatorAndPublicAndKeepsThemWhereNothingIsSaid() {
		int salon = this.site.announced(RULES);
		JsonNode rules = this.site.get("/api/salons/" + salon).json().path("signUp");
		assertThat(rules.path("acceptWithin").asString("")).isEqualTo("PT12H");
		assertThat(rules.path("confirmAddress").asBoolean(true)).isFalse();
		assertThat(rules.path("questions").findValuesAsString("id")).containsExactly("q1", "way", "food", "photo");
		JsonNode changed = this.site.operate("PUT", "/api/salons/" + salon, Site.salon(salon, "\"host\": \"Club\""))
			.expect(200)
			.json();
		assertThat(changed.path("signUp")).isEqualTo(rules);
	}

	@Test
	void namesWhatIsWrongWithQuestions() {
		Site.Answer answer = this.site.operate("POST", "/api/salons",
				Site.salon(Site.freshNumber(),
						"\"signUp\": {\"questions\": [{\"text\": \"?\", \"kind\": \"CHOICE\"}]}"),
				"Accept-Language", "en");
		JsonNode error = answer.expect(422).json().path("errors").path(0);
		assertThat(error.path("field").asString("")).isEqualTo("signUp.questions[0].options");
		assertThat(error.path("message").asString("")).isEqualTo("From 2 to 20 options.");
	}

	@Test
	void takesAnswersAsJsonAndShowsThemToOperator() {
		int salon = this.site.announced(RULES);
		post(salon, "a", "{\"q1\": \"-more\", \"way\": \"car\", \"food\": [\"tea\", \"fish\"], \"photo\": \"yes\"}")
			.expect(201);
		JsonNode answers = this.site.attendees(salon).path("items").path(0).path("answers");
		assertThat(answers.path("way").path(0).asString("")).isEqualTo("car");
		assertThat(answers.path("food").values()).extracting(JsonNode::stringValue).containsExactly("fish", "tea");
		assertThat(this.site.operate("GET", "/api/salons/" + salon + "/registrations.csv", null).text()).contains(
				"registeredAt,note,attendedAt,Your wish?,How do you come?,What do you eat?,'=Photos are fine\r\n",
				",'-more,car,\"fish; tea\",yes\r\n");
		assertThat(this.site.browser().login().get("/operator/salons/" + salon).expect(200).text())
			.contains("How do you come?: car", "What do you eat?: fish; tea");
	}

	@Test
	void refusesUnknownMissingAndMistypedAnswers() {
		int salon = this.site.announced(RULES);
		JsonNode errors = post(salon, "a", "{\"way\": \"plane\", \"role\": \"admin\", \"food\": [1]}").expect(422)
			.json()
			.path("errors");
		assertThat(errors.findValuesAsString("field")).containsExactly("answers.food", "answers.way", "answers.photo",
				"answers.role");
		post(salon, "a", "[]").expect(422);
		post(salon, "a", "\"yes\"").expect(422);
		this.site.signUp(salon, "A", "a" + salon + "@example.org").expect(422);
		post(this.site.announced(""), "a", "{\"q1\": \"unasked\"}").expect(422);
		assertThat(this.site.attendees(salon).path("total").asInt(-1)).isZero();
	}

	@Test
	void keepsAnswersNotGivenAnewAndTellsOtherAnswersUnderOneKeyApart() {
		int salon = this.site.announced(RULES);
		post(salon, "a", "{\"q1\": \"wish\", \"way\": \"car\", \"photo\": \"yes\"}").expect(201);
		post(salon, "a", "{\"way\": \"train\", \"photo\": \"yes\"}").expect(201);
		JsonNode answers = this.site.attendees(salon).path("items").path(0).path("answers");
		assertThat(answers.path("q1").path(0).asString("")).isEqualTo("wish");
		assertThat(answers.path("way").path(0).asString("")).isEqualTo("train");
		String key = UUID.randomUUID().toString();
		post(salon, "k", "{\"way\": \"car\", \"photo\": \"yes\"}", "Idempotency-Key", key).expect(201);
		post(salon, "k", "{\"photo\": \"true\", \"way\": \"car\"}", "Idempotency-Key", key).expect(201);
		post(salon, "k", "{\"way\": \"train\", \"photo\": \"yes\"}", "Idempotency-Key", key).expect(422);
	}

	@Test
	void takesAnswersByFormAndLosesNothingTyped() {
		int salon = this.site.announced(RULES);
		Site.Browser browser = this.site.browser();
		String path = "/salons/" + salon + "/registrations";
		assertThat(browser.get("/salons/" + salon).expect(200).text()).contains("Your wish?", "name=\"answers.way\"",
				"type=\"radio\"", "type=\"checkbox\"");
		Map<String, String> fields = new HashMap<>(
				Map.of("name", "A", "email", "form" + salon + "@example.org", "answers.q1",
						"<script>alert(1)</script> ${7*7} [[${7*7}]] {{7*7}}", "answers.gone", "no longer asked"));
		String again = browser.submit(path, fields).expect(422).text();
		assertThat(again)
			.contains("id=\"answers.way-error\"", "id=\"answers.photo-error\"", "Please agree to this",
					"&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} [[${7*7}]] {{7*7}}")
			.doesNotContain("<script>alert");
		String chosen = "name=&email=x&answers.way=car&answers.food=fish&answers.food=tea&answers.photo=yes&_csrf=";
		String checked = browser.submitRaw(path, chosen + token(again)).expect(422).text();
		for (String value : List.of("car", "fish", "tea", "yes")) {
			assertThat(checked).containsPattern("<input[^>]*value=\"" + value + "\"[^>]*checked");
		}
		assertThat(checked).doesNotContainPattern("value=\"(train|rice)\"[^>]*checked");
		fields.put("answers.way", "train");
		fields.put("answers.photo", "yes");
		browser.submit(path, fields).expect(302);
		JsonNode answers = this.site.attendees(salon).path("items").path(0).path("answers");
		assertThat(answers.path("q1").path(0).asString("")).startsWith("<script>");
		assertThat(answers.propertyNames()).containsExactlyInAnyOrder("q1", "way", "photo");
	}

	@Test
	void showsAnswersOnOwnPageAndChangesThemThere() {
		int salon = this.site.announced(RULES);
		post(salon, "own", "{\"q1\": \"my wish\", \"way\": \"car\", \"food\": [\"tea\"], \"photo\": \"yes\"}")
			.expect(201);
		String id = this.site.attendees(salon).path("items").path(0).path("id").asString("");
		String path = "/registrations/" + Tokens.registration(UUID.fromString(id), 60);
		Site.Browser browser = this.site.browser();
		String page = browser.get(path).expect(200).text();
		assertThat(page).contains("my wish</textarea>");
		for (String value : List.of("car", "tea", "yes")) {
			assertThat(page).containsPattern("<input[^>]*value=\"" + value + "\"[^>]*checked");
		}
		String refused = browser.submit(path + "/details", Map.of("name", "A", "answers.q1", "another wish"))
			.expect(422)
			.text();
		assertThat(refused).contains("another wish</textarea>", "id=\"answers.way-error\"",
				"id=\"answers.photo-error\"");
		browser
			.submit(path + "/details",
					Map.of("name", "A", "answers.q1", "", "answers.way", "train", "answers.photo", "yes"))
			.expect(302);
		JsonNode answers = this.site.attendees(salon).path("items").path(0).path("answers");
		assertThat(answers.propertyNames()).containsExactlyInAnyOrder("way", "photo");
		assertThat(answers.path("way").path(0).asString("")).isEqualTo("train");
	}

	@Test
	void refusesBadTextInFormsAnswerFields() {
		int salon = this.site.announced(RULES);
		Site.Browser browser = this.site.browser();
		String path = "/salons/" + salon + "/registrations";
		String token = token(browser.get("/salons/" + salon).text());
		String good = "name=A&email=bad" + salon + "@example.org&answers.way=car&answers.photo=yes&_csrf=" + token;
		for (String bad : List.of("answers.q1=a%00b", "answers.q1=a" + encoded("\u0301").repeat(400),
				"answers.q1=" + "x".repeat(501), "answers.q1=a&answers.q1=b", "answers.way=train",
				"answers.food=meat")) {
			String page = browser.submitRaw(path, good + "&" + bad).expect(422).text();
			assertThat(page).containsPattern("id=\"answers\\.(q1|way|food)-error\"");
		}
		browser.submitRaw(path, good + "&answers.q1=" + "x".repeat(1_000_000)).expect(413);
		assertThat(this.site.attendees(salon).path("total").asInt(-1)).isZero();
		browser.submitRaw(path, good + "&role=admin&answers.q1=" + encoded("👩‍👩‍👧 a\u202Eb")).expect(302);
		assertThat(this.site.attendees(salon).path("items").path(0).path("answers").path("q1").path(0).asString(""))
			.isEqualTo("👩‍👩‍👧 ab");
	}

	@Test
	void setsRulesByConsoleFormAndKeepsIdsWhenWordsChange() {
		int number = this.site.announced("");
		Site.Browser browser = this.site.browser().login();
		String path = "/operator/salons/" + number + "/edit";
		assertThat(browser.get(path).expect(200).text()).contains("name=\"questions\"", "name=\"acceptWithin\"");
		Map<String, String> fields = new HashMap<>(Map.of("number", "" + number, "title", "T", "startsAt",
				"2090-06-07T19:30", "endsAt", "2090-06-07T21:30", "zone", "Asia/Shanghai", "confirmAddress", "true",
				"acceptWithin", "12", "questions", "Wish?\nHow? | choice | train\n"));
		assertThat(browser.submit(path, fields).expect(422).text()).contains("Question 2: From 2 to 20 options.",
				"How? | choice | train");
		fields.put("questions", "Wish?\nHow? | choice | train; car | required");
		browser.submit(path, fields).expect(302);
		JsonNode rules = this.site.get("/api/salons/" + number).json().path("signUp");
		assertThat(rules.path("confirmAddress").asBoolean(false)).isTrue();
		assertThat(rules.path("acceptWithin").asString("")).isEqualTo("PT12H");
		assertThat(browser.get(path).text()).contains("How? | choice | train; car | required | #q2", "value=\"12\"");
		fields.put("questions", "Why? | text\nHow do you come? | choice | train; car | required | #q2");
		fields.put("acceptWithin", "soon");
		assertThat(browser.submit(path, fields).expect(422).text()).contains("id=\"acceptWithin-error\"");
		fields.put("acceptWithin", "");
		browser.submit(path, fields).expect(302);
		rules = this.site.get("/api/salons/" + number).json().path("signUp");
		assertThat(rules.path("acceptWithin").isNull() || rules.path("acceptWithin").isMissingNode()).isTrue();
		assertThat(rules.path("questions").findValuesAsString("id")).containsExactly("q3", "q2");
	}

	@Test
	void thanksWhoMustConfirmInFittingWords() {
		int salon = this.site.announced("\"signUp\": {\"confirmAddress\": true}");
		Site.Browser browser = this.site.browser();
		browser.get("/salons/" + salon);
		String next = browser
			.submit("/salons/" + salon + "/registrations", Map.of("name", "A", "email", "c" + salon + "@example.org"))
			.expect(302)
			.header("Location");
		assertThat(next).endsWith("/thanks?place=PENDING");
		assertThat(browser.get("/salons/" + salon + "/thanks?place=PENDING").text()).contains("please confirm");
		assertThat(browser.speaking("zh-CN").get("/salons/" + salon + "/thanks?place=PENDING").text())
			.contains("请确认报名");
	}

	private Site.Answer post(int salon, String person, String answers, String... headers) {
		String body = "{\"name\": \"A\", \"email\": \"%s%d@example.org\", \"answers\": %s}".formatted(person, salon,
				answers);
		var request = this.site.request("/api/salons/" + salon + "/registrations")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return this.site.send(request);
	}

	private static String token(String page) {
		return page.replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
