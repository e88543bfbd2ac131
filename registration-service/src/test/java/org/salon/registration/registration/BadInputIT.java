package org.salon.registration.registration;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What nobody should type, in each form that strangers fill in, with its right answer.
 */
@RegistrationServiceTest
class BadInputIT {

	private static final String MARKS = "e" + "\u0301".repeat(400);

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private int salon;

	private Site.Browser browser;

	private String form;

	@BeforeEach
	void open() {
		this.salon = this.site.announced("");
		this.browser = this.site.browser();
		this.browser.get("/salons/" + this.salon).expect(200);
		this.form = "/salons/" + this.salon + "/registrations";
	}

	static Stream<Arguments> refused() {
		Stream<Arguments> names = Stream
			.of("", " ", "\u3000", "\u200B\u200D", "a\u0000b", "a\r\nBcc: b@example.org", "a\u2028b", MARKS,
					"x".repeat(101), "Win at https://example.org", "evil\u3002com", "www\uFF0Eexample",
					"evil.\u200Bcom")
			.map((name) -> arguments("name", name));
		Stream<Arguments> addresses = Stream
			.of("", "nobody", "a@b@c", "<aaa@bbb.com>ccc@ddd.com", "\"a b\"@example.org", "a(comment)@example.org",
					"a@[127.0.0.1]", "a".repeat(65) + "@example.org", "a@" + "b".repeat(255) + ".org",
					"a@" + "bbbbbb.".repeat(40) + "org", "a..b@example.org", "a@example.org.", "a@example..org",
					"张@example.org", "a@example.org\r\nBcc: b@example.org", "a@example.org%0d%0aBcc: b@example.org",
					"a@example.org\u760D\u760ABcc", "=?utf-8?q?a?=@example.org", "a@example.org, b@example.org",
					"salon@example.org", "SALON@EXAMPLE.ORG", "a@example.org\u0000")
			.map((address) -> arguments("email", address));
		Stream<Arguments> rest = Stream.of(arguments("affiliation", "a\nb"), arguments("affiliation", "x".repeat(201)),
				arguments("affiliation", "\u0007"), arguments("note", "a\u0000b"), arguments("note", "x".repeat(1_001)),
				arguments("note", MARKS), arguments("note", "\uFFFD"));
		return Stream.of(names, addresses, rest).flatMap((all) -> all);
	}

	@ParameterizedTest
	@MethodSource("refused")
	void signUpNamesTheFieldAndTakesNothing(String field, String typed) {
		Map<String, String> fields = filled(field, typed);
		Site.Answer call = call("/api" + this.form, fields).expect(422);
		assertThat(call.json().path("errors").findValuesAsString("field")).containsExactly(field);
		assertThat(this.browser.submit(this.form, fields).expect(422).text()).contains("id=\"" + field + "-error\"");
		assertThat(this.site.attendees(this.salon).path("total").asInt(-1)).isZero();
	}

	/** Subscribing needs no name. */
	static Stream<Arguments> refusedBySubscription() {
		return refused().filter((one) -> one.get()[0].equals("email")
				|| (one.get()[0].equals("name") && !one.get()[1].toString().isBlank()));
	}

	@ParameterizedTest
	@MethodSource("refusedBySubscription")
	void subscriptionNamesTheFieldAndTakesNothing(String field, String typed) {
		Map<String, String> fields = filled(field, typed);
		Site.Answer call = call("/api/subscriptions", fields).expect(422);
		assertThat(call.json().path("errors").findValuesAsString("field")).containsExactly(field);
		assertThat(this.browser.submit("/subscriptions", fields).expect(422).text())
			.contains("id=\"subscribe-" + field + "-error\"");
		assertThat(members()).isZero();
	}

	static Stream<Arguments> taken() {
		return Stream.of(arguments("name", "<script>alert(1)</script>", "<script>alert(1)</script>"),
				arguments("name", "{{7*7}} ${7*7} [[${7*7}]]", "{{7*7}} ${7*7} [[${7*7}]]"),
				arguments("name", "a\u202Eb\u2066c", "abc"), arguments("name", "👩‍👩‍👧", "👩‍👩‍👧"),
				arguments("name", "Jose\u0301", "Jos\u00E9"), arguments("name", "Jos\u00E9", "Jos\u00E9"),
				arguments("name", "  张三 ", "张三"),
				arguments("affiliation", "\"><img src=x onerror=alert(1)>", "\"><img src=x onerror=alert(1)>"),
				arguments("affiliation", "https://example.org", "https://example.org"),
				arguments("note", "a\n.\nb", "a\n.\nb"),
				arguments("note", "javascript:alert(1)", "javascript:alert(1)"),
				arguments("note", "x' or '1'='1'; drop table member; --", "x' or '1'='1'; drop table member; --"));
	}

	@ParameterizedTest
	@MethodSource("taken")
	void signUpKeepsWhatIsOddAndShowsItAsText(String field, String typed, String stored) {
		call("/api" + this.form, filled(field, typed)).expect(201);
		this.browser.submit(this.form, filled(field, typed)).expect(302);
		assertThat(this.site.attendees(this.salon).path("items").findValuesAsString(field)).contains(stored);
		assertThat(this.site.attendees(this.salon).path("total").asInt(-1)).isOne();
		String console = this.site.browser().login().get("/operator/salons/" + this.salon).expect(200).text();
		assertThat(console).doesNotContain("<script>alert", "<img src=x", "49 49")
			.contains(stored.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace("\"", "&quot;"));
	}

	@Test
	void showsAnswersAsTextToOperatorAndOnOwnPage() {
		int asking = this.site
			.announced("\"signUp\": {\"questions\": [{\"id\": \"wish\", \"text\": \"Wish?\", \"kind\": \"TEXT\"}]}");
		String html = "<script>alert(1)</script> [[${7*7}]]";
		String body = "{\"name\": \"A\", \"email\": \"%s\", \"answers\": {\"wish\": \"%s\"}}".formatted(address(),
				html);
		this.site.post("/api/salons/" + asking + "/registrations", body).expect(201);
		String id = this.site.attendees(asking).path("items").path(0).path("id").asString("");
		String own = "/registrations/" + Tokens.registration(UUID.fromString(id));
		for (String page : List.of(this.site.browser().login().get("/operator/salons/" + asking).text(),
				this.browser.get(own).expect(200).text())) {
			assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt; [[${7*7}]]")
				.doesNotContain("<script>alert");
		}
	}

	@Test
	void takesTheAddressOfAnyDomainOnceWhateverItsCase() {
		for (String typed : List.of("Ada+tag@Example.ORG", "ada+TAG@example.org", " ada+tag@EXAMPLE.org ")) {
			call("/api" + this.form, Map.of("name", "Ada", "email", typed)).expect(201);
		}
		call("/api" + this.form, Map.of("name", "Li", "email", "li@例子.com")).expect(201);
		assertThat(this.site.attendees(this.salon).path("items").findValuesAsString("email"))
			.containsExactlyInAnyOrder("Ada+tag@example.org", "li@xn--fsqu00a.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "email", "affiliation", "note", "locale" })
	void refusesFieldsThatComeTwice(String field) {
		String token = token(this.browser.get("/salons/" + this.salon).text());
		String good = "name=A&email=" + address() + "&affiliation=x&note=x&locale=en&_csrf=" + token;
		String again = "&" + field + "=other@example.org";
		String shown = this.browser.submitRaw(this.form, good + again).expect(422).text();
		assertThat(field.equals("locale") || shown.contains("id=\"" + field + "-error\"")).isTrue();
		this.browser.submitRaw(this.form + "?" + field + "=x", good).expect(422);
		if (field.equals("name") || field.equals("email")) {
			assertThat(this.browser.submitRaw("/subscriptions", good + again).expect(422).text())
				.contains("id=\"subscribe-" + field + "-error\"");
		}
		assertThat(members()).isZero();
	}

	@Test
	void refusesWhatIsTooLargeOrNoTextWithoutReadingItAll() {
		String token = token(this.browser.get("/salons/" + this.salon).text());
		String start = "email=" + address() + "&_csrf=" + token + "&name=";
		for (String path : List.of(this.form, "/subscriptions")) {
			this.browser.submitRaw(path, start + "x".repeat(1_000_000)).expect(413);
			this.browser.submitRaw(path, start + "%ED%A0%80").expect(400);
			this.browser.submitRaw(path, start + "%FF%FE").expect(400);
			this.browser.submitRaw(path, start + "a" + "&x=1".repeat(301)).expect(400);
		}
		for (String path : List.of("/api" + this.form, "/api/subscriptions")) {
			call(path, Map.of("email", address(), "name", "x".repeat(1_000_000))).expect(413);
			this.site.post(path, "{\"name\": \"\\ud800\", \"email\": \"" + address() + "\"}").expect(422);
			this.site.post(path, "{\"name\": {}, \"email\": [\"" + address() + "\"]}").expect(422);
			this.site.post(path, "{\"email\": \"a@example.org\", \"email\": \"b@example.org\"}").expect(400);
			this.site.post(path, "[]").expect(422);
			this.site.post(path, "email=" + address()).expect(400);
			this.site
				.send(this.site.request(path)
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofString("email=" + address())))
				.expect(415);
		}
		assertThat(members()).isZero();
	}

	@Test
	void ignoresWhatWasNotAsked() {
		String more = "{\"name\": \"A\", \"email\": \"%s\", \"role\": \"admin\", \"status\": \"ATTENDED\", \"id\": 1, "
				+ "\"announcements\": true, \"website\": \"x\"}";
		this.site.post("/api" + this.form, more.formatted(address())).expect(201);
		this.site.post("/api/subscriptions", more.formatted("sub" + address())).expect(202);
		assertThat(this.jdbc.sql("select count(*) from member where announcements and email like '%' || ?")
			.param(address())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void doubleClickTakesOnePlace() throws Exception {
		Map<String, String> fields = Map.of("name", "Twice", "email", address());
		Callable<Integer> click = () -> this.browser.submit(this.form, fields).status();
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			for (Future<Integer> answer : pool.invokeAll(List.of(click, click, click, click))) {
				assertThat(answer.get()).isEqualTo(302);
			}
		}
		assertThat(this.site.attendees(this.salon).path("total").asInt(-1)).isOne();
	}

	@Test
	void formRefusesUnknownDraftClosedAndCancelled() {
		Map<String, String> fields = Map.of("name", "A", "email", address());
		this.browser.submit("/salons/999998/registrations", fields).expect(404);
		this.browser.submit("/salons/" + this.site.drafted("") + "/registrations", fields).expect(404);
		this.browser.submit("/salons/0/registrations", fields).expect(404);
		this.browser.submit("/salons/44x/registrations", fields).expect(404);
		this.site.operate("POST", "/api/salons/" + this.salon + "/cancel", null).expect(200);
		assertThat(this.browser.submit(this.form, fields).expect(409).text()).contains("<h1");
		assertThat(members()).isZero();
	}

	private Site.Answer call(String path, Map<String, String> fields) {
		// ASCII only, as a program may write it, with what UTF-8 cannot carry.
		String json = Site.JSON.writeValueAsString(fields)
			.chars()
			.mapToObj((unit) -> (unit < 128) ? Character.toString((char) unit) : "\\u%04x".formatted(unit))
			.collect(Collectors.joining());
		return this.site.post(path, json);
	}

	private Map<String, String> filled(String field, String typed) {
		Map<String, String> fields = new TreeMap<>(Map.of("name", "Someone", "email", address()));
		fields.put(field, typed);
		return fields;
	}

	private String address() {
		return "bad" + this.salon + "@example.org";
	}

	private int members() {
		return this.jdbc.sql("select count(*) from member where email like ?")
			.param("%" + address())
			.query(Integer.class)
			.single();
	}

	private static String token(String page) {
		String token = page.replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
		return URLEncoder.encode(token, StandardCharsets.UTF_8);
	}

}
