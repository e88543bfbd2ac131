package org.salon.e2e;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One walk from the club's invitation to the archive, in the order in which it happens,
 * as its people walk it: a browser, a mail client, and the operator's scripts.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final LocalDate COMING = LocalDate.now().plusDays(7);

	private static RunningSystem system;

	private static Chromium chromium;

	private static Inbox inbox;

	@BeforeAll
	static void start() {
		system = SharedSystem.get();
		inbox = new Inbox(system.inbox());
		chromium = new Chromium();
	}

	@AfterAll
	static void stop() {
		if (chromium != null) {
			chromium.close();
		}
	}

	@Test
	@Order(1)
	void theOperatorSeesInThePreviewWhatTheInvitationSays() throws IOException {
		JsonNode preview = importInvitation("dryRun=true&date=" + COMING);
		assertThat(preview.get("salon").get("number").asInt()).isEqualTo(44);
		assertThat(preview.get("salon").get("title").asString()).isEqualTo("Non-IID 数据集");
		assertThat(preview.get("archived")).hasSize(41);
		assertThat(Http.get(system.registration() + "/salons/44").statusCode()).isEqualTo(404);
	}

	@Test
	@Order(2)
	void theAnnouncedSalonIsPublicAndItsPastIsInTheArchive() throws IOException {
		importInvitation("dryRun=false&announce=true&date=" + COMING);
		JsonNode salon = Http.json(Http.get(system.registration() + "/api/salons/44"));
		assertThat(salon.get("status").asString()).isEqualTo("ANNOUNCED");
		assertThat(salon.get("joinLinks")).isEmpty();
		Awaitility.await("41 past salons in the archive")
			.atMost(SOON)
			.untilAsserted(() -> assertThat(
					Http.json(Http.get(system.archive() + "/api/archive?size=100")).get("total").asInt())
				.isEqualTo(41));
		assertThat(inbox.to("")).isEmpty();
	}

	@Test
	@Order(3)
	void anAttendeeSignsUpOnAPhoneAndGetsTheConfirmationWithACalendarEntry() {
		try (BrowserContext phone = phone("zh-CN")) {
			Page page = phone.newPage();
			page.navigate(system.registration() + "/salons/44");
			assertThat(page.title()).contains("Non-IID 数据集");
			page.locator("input[name=name]").fill("林一");
			page.locator("input[name=email]").fill("lin.yi@example.org");
			page.locator("form:has(input[name=email]) button[type=submit]").click();
			page.waitForLoadState();
			assertThat(page.locator("body").innerText()).contains("报名成功");
		}
		Inbox.Mail mail = inbox.await("lin.yi@example.org", "Non-IID", SOON);
		JsonNode parts = mail.parts();
		assertThat(parts.get("text").asString()).contains("林一", "19:30");
		assertThat(parts.get("html").asString()).contains("Non-IID 数据集");
		assertThat(parts.get("calendar").asString()).contains("METHOD:REQUEST", "SEQUENCE:0", "lin.yi@example.org");
		assertThat(mail.source()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
	}

	@Test
	@Order(4)
	void theFormSaysWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() {
		try (BrowserContext phone = phone("en")) {
			Page page = phone.newPage();
			page.navigate(system.registration() + "/salons/44");
			page.evaluate("document.querySelectorAll('form').forEach((form) => form.noValidate = true)");
			page.locator("input[name=name]").fill("Ada");
			page.locator("input[name=email]").fill("ada@@example.org");
			page.locator("form:has(input[name=email]) button[type=submit]").click();
			page.waitForLoadState();
			assertThat(page.locator("input[name=name]").inputValue()).isEqualTo("Ada");
			assertThat(page.locator("input[name=email]").getAttribute("aria-invalid")).isEqualTo("true");
		}
	}

	@Test
	@Order(5)
	void theAttendeeListShowsThatTheConfirmationArrived() {
		Awaitility.await("the outcome on the attendee list")
			.atMost(SOON)
			.untilAsserted(() -> assertThat(deliveriesOf("lin.yi@example.org")).contains("CONFIRMATION SENT"));
	}

	@Test
	@Order(6)
	void theSameSignUpTwiceHoldsOnePlaceAndSendsOneMail() {
		String call = system.registration() + "/api/salons/44/registrations";
		String body = "{\"name\":\"林一\",\"email\":\"Lin.Yi@Example.org\",\"locale\":\"zh-CN\"}";
		HttpResponse<String> again = Http.postJson(call, body);
		assertThat(again.statusCode()).isEqualTo(201);
		assertThat(Http.json(again).get("status").asString()).isEqualTo("REGISTERED");
		// Somebody else's mail is the marker: what was before it in the queue would be
		// there.
		Http.postJson(call, "{\"name\":\"Marker\",\"email\":\"marker@example.org\"}");
		inbox.await("marker@example.org", "Non-IID", SOON);
		assertThat(inbox.to("lin.yi@example.org")).hasSize(1);
		assertThat(Http.json(Http.get(system.registration() + "/api/salons/44")).get("registered").asInt())
			.isEqualTo(2);
	}

	@Test
	@Order(7)
	void thePlaceIsGivenBackByTheLinkInTheMailAndOnlyByAPost() {
		String link = inbox.await("marker@example.org", "Non-IID", SOON).link("/registrations/");
		assertThat(Http.get(link).statusCode()).isEqualTo(200);
		assertThat(Http.get(link).statusCode()).isEqualTo(200);
		assertThat(registered()).isEqualTo(2);
		try (BrowserContext phone = phone("en")) {
			Page page = phone.newPage();
			page.navigate(link);
			page.locator("form[action$='/cancel'] button").click();
			page.waitForLoadState();
		}
		assertThat(registered()).isEqualTo(1);
		Awaitility.await("the calendar entry is taken back")
			.atMost(SOON)
			.untilAsserted(() -> assertThat(inbox.to("marker@example.org"))
				.anySatisfy((mail) -> assertThat(mail.source()).contains("method=CANCEL")));
	}

	@Test
	@Order(8)
	void remindersComeOnceEachInTheirWindowBeforeTheStart() {
		Instant start = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
		JsonNode salon = Http.json(Http.operator("POST", system.registration() + "/api/salons", "application/json", """
				{"number": 45, "title": "Reminded", "startsAt": "%s", "endsAt": "%s", "zone": "Asia/Shanghai",
				 "joinLinks": ["https://meet.example.org/45"]}""".formatted(start, start.plusSeconds(5))));
		assertThat(salon.get("number").asInt()).isEqualTo(45);
		Http.operator("POST", system.registration() + "/api/salons/45/announce", "application/json", "");
		Http.postJson(system.registration() + "/api/salons/45/registrations",
				"{\"name\":\"Ada\",\"email\":\"reminded@example.org\",\"locale\":\"en\"}");
		Awaitility.await("the confirmation and two reminders")
			.atMost(Duration.ofSeconds(75))
			.untilAsserted(() -> assertThat(inbox.to("reminded@example.org")).hasSize(3));
		assertThat(Instant.now()).isBefore(start.plusSeconds(2));
		assertThat(inbox.to("reminded@example.org")).allSatisfy((mail) -> {
			assertThat(mail.link("/join/")).startsWith(system.registration());
			assertThat(mail.source()).doesNotContain("meet.example.org");
		});
		Awaitility.await("their outcomes")
			.atMost(SOON)
			.untilAsserted(
					() -> assertThat(deliveriesOf(45, "reminded@example.org")).filteredOn("REMINDER SENT"::equals)
						.hasSize(2));
	}

	@Test
	@Order(9)
	void theReplayIsInTheArchiveWithinASecondAndMailedToThoseWhoHadAPlace() {
		HttpResponse<String> published = Http.operator("POST", system.registration() + "/api/salons/44/replays",
				"application/json",
				"""
						{"links": [{"label": "Non-IID replay", "url": "https://video.example.org/44", "kind": "REPLAY"}]}""");
		assertThat(published.statusCode()).isBetween(200, 204);
		Awaitility.await("the replay in the archive")
			.atMost(Duration.ofSeconds(5))
			.pollInterval(Duration.ofMillis(50))
			.untilAsserted(() -> assertThat(Http.get(system.archive() + "/archive/44").body())
				.contains("https://video.example.org/44"));
		Inbox.Mail replay = Awaitility.await("the replay mail")
			.atMost(SOON)
			.until(() -> inbox.to("lin.yi@example.org"), (mails) -> mails.size() == 2)
			.getFirst();
		assertThat(replay.text()).contains("https://video.example.org/44");
		assertThat(inbox.to("marker@example.org"))
			.noneMatch((mail) -> mail.text().contains("https://video.example.org/44"));
	}

	@Test
	@Order(10)
	void theConsoleShowsAllThreeServicesAndRenewsItselfUnderItsContentPolicy() {
		try (BrowserContext desktop = signedIn()) {
			Page page = desktop.pages().getFirst();
			List<String> complaints = new ArrayList<>();
			page.onConsoleMessage((message) -> {
				if (message.type().equals("error")) {
					complaints.add(message.text());
				}
			});
			assertThat(page.locator("body").innerText()).contains("registration-service", "notification-service",
					"archive-service");
			page.waitForResponse((response) -> response.url().endsWith("/operator/live") && response.ok(), () -> {
				// The page asks by itself.
			});
			assertThat(page.locator("#live article.up").count()).isEqualTo(3);
			assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
			assertThat(complaints).isEmpty();
		}
	}

	@Test
	@Order(13)
	void garbageOnATopicIsSeenInTheConsoleAndDiscardedThere() {
		try (KafkaProducer<String, String> stranger = new KafkaProducer<>(Map.of("bootstrap.servers", system.kafka()),
				new StringSerializer(), new StringSerializer())) {
			stranger.send(new ProducerRecord<>("salon.salons", "777777", "no event"));
		}
		Awaitility.await("the dead letters of both listeners")
			.atMost(SOON)
			.untilAsserted(() -> assertThat(List.of(deadLetters(system.archive()), deadLetters(system.notification())))
				.containsOnly(1));
		try (BrowserContext desktop = signedIn()) {
			Page page = desktop.pages().getFirst();
			page.navigate(system.registration() + "/operator/dead-letters");
			assertThat(page.locator(".letter").count()).isEqualTo(2);
			Locator letter = page.locator(".letter").first();
			assertThat(letter.locator(".reason").innerText()).contains("CloudEvent");
			letter.locator("details > summary").first().click();
			assertThat(letter.locator("pre").innerText()).contains("no event");
			page.waitForNavigation(letter.locator("form[action$='/redrive'] button")::click);
			assertThat(page.locator(".letter").count()).as("it fails again").isEqualTo(2);
			for (int left = 2; left > 0; left--) {
				page.locator(".letter .actions summary").first().click();
				page.waitForNavigation(page.locator("form[action$='/discard'] button").first()::click);
			}
			assertThat(page.locator(".letter").count()).isZero();
		}
		assertThat(deadLetters(system.archive()) + deadLetters(system.notification())).isZero();
	}

	private static int deadLetters(String service) {
		return Http.operatorJson(service + "/api/dead-letters").get("total").asInt();
	}

	private static BrowserContext signedIn() {
		BrowserContext desktop = chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en"));
		Page page = desktop.newPage();
		page.navigate(system.registration() + "/operator");
		page.locator("input[name=username]").fill("operator");
		page.locator("input[name=password]").fill(RunningSystem.PASSWORD);
		page.locator("form:has(input[name=password]) button[type=submit]").click();
		page.waitForLoadState();
		return desktop;
	}

	@Test
	@Order(14)
	void theApiOfEachServiceIsReadAndTriedInABrowserUnderItsContentPolicy() {
		for (String service : List.of(system.registration(), system.notification(), system.archive())) {
			try (BrowserContext desktop = signedIn()) {
				Page page = desktop.newPage();
				List<String> complaints = new ArrayList<>();
				page.onConsoleMessage((message) -> {
					if (message.type().equals("error")) {
						complaints.add(message.text());
					}
				});
				page.onRequest((request) -> {
					if (!request.url().startsWith(service) && !request.url().startsWith("data:")) {
						complaints.add(request.url());
					}
				});
				page.navigate(service + "/v3/api-docs/page");
				Locator call = page.locator(".opblock", new Page.LocatorOptions().setHasText("/api/status"));
				call.locator(".opblock-summary-control").click();
				call.locator(".try-out__btn").click();
				call.locator(".execute").click();
				call.locator(".live-responses-table .response-col_status").last().waitFor();
				assertThat(call.locator(".live-responses-table").innerText()).contains("200", "\"status\": \"UP\"");
				assertThat(complaints).as(service).isEmpty();
			}
		}
	}

	@Test
	@Order(11)
	void whatIsForTheOperatorIsForNobodyElse() {
		for (String path : List.of("/operator", "/api/salons/44/registrations", "/api/salons/44/registrations.csv",
				"/api/status", "/api/dead-letters", "/actuator/prometheus", "/actuator/env", "/v3/api-docs",
				"/v3/api-docs/page")) {
			assertThat(Http.get(system.registration() + path).statusCode()).as(path).isIn(302, 401, 404);
		}
		for (String service : List.of(system.notification(), system.archive())) {
			for (String path : List.of("/api/status", "/api/dead-letters", "/actuator/prometheus", "/api/deliveries",
					"/v3/api-docs", "/v3/api-docs/page")) {
				assertThat(Http.get(service + path).statusCode()).as(service + path).isIn(401, 404);
			}
		}
		assertThat(Http.get(system.notification() + "/actuator/health").statusCode()).isEqualTo(200);
	}

	@Test
	@Order(14)
	void theTableThatTheArchiveExportsIsImportedAgainWithoutLoss() throws IOException {
		JsonNode archive = Http.json(Http.get(system.archive() + "/archive.json")).get("salons");
		String next = invitation().replaceFirst("第 \\d+ 期", "第 99 期");
		String markdown = next.substring(0, next.indexOf("| 期数")) + Http.get(system.archive() + "/archive.md").body();
		JsonNode preview = importInvitation("dryRun=true&date=" + LocalDate.now(ZoneId.of("Asia/Shanghai")), markdown);
		Map<Integer, PastSalon> exported = PastSalon.byNumber(archive);
		Map<Integer, PastSalon> imported = PastSalon.byNumber(preview.get("archived"));
		// Of a salon that the system itself ran the table has the title for a topic.
		PastSalon own = exported.remove(44);
		assertThat(imported.remove(44).links()).isEqualTo(own.links()).isNotEmpty();
		// On a slow machine the short one is over by now, too.
		exported.remove(45);
		imported.remove(45);
		assertThat(exported).hasSize(41);
		assertThat(imported).isEqualTo(exported);
	}

	private static String invitation() throws IOException {
		return Files.readString(Path.of("../invitation/src/main/resources/invitations/sample.md"));
	}

	private static JsonNode importInvitation(String query) throws IOException {
		return importInvitation(query, invitation());
	}

	private static JsonNode importInvitation(String query, String markdown) {
		HttpResponse<String> response = Http.operator("POST", system.registration() + "/api/invitations?" + query,
				"text/markdown; charset=UTF-8", markdown);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return Http.json(response);
	}

	private static BrowserContext phone(String locale) {
		return chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(390, 844).setLocale(locale));
	}

	private static int registered() {
		return Http.json(Http.get(system.registration() + "/api/salons/44")).get("registered").asInt();
	}

	private static List<String> deliveriesOf(String email) {
		return deliveriesOf(44, email);
	}

	private static List<String> deliveriesOf(int salon, String email) {
		JsonNode page = Http.operatorJson(system.registration() + "/api/salons/" + salon + "/registrations?size=100");
		return StreamSupport.stream(page.get("items").spliterator(), false)
			.filter((item) -> item.get("email").asString().equals(email))
			.flatMap((item) -> StreamSupport.stream(item.get("deliveries").spliterator(), false))
			.map((delivery) -> delivery.get("kind").asString() + " " + delivery.get("outcome").asString())
			.toList();
	}

}
