package org.salon.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person who does all that a member can do, and leaves a mark wherever something can be
 * typed.
 */
record Visitor(RunningSystem system, String mark) {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String FAMILY = "亓官遗忘";

	static String titleOf(int salon) {
		return "Forgetting " + salon;
	}

	/** By which the person is known, wherever it stands. */
	Traces traces() {
		return Traces.of(this.mark, FAMILY);
	}

	/**
	 * Signs up for two salons, subscribes, comes to the one that is on and says how it
	 * was.
	 */
	void takePart(Page page, int coming, int running) {
		signUp(coming);
		signUp(running);
		inbox().await(address(), titleOf(coming), SOON);
		Inbox.Mail confirmation = inbox().await(address(), titleOf(running), SOON);
		assertThat(Http
			.postJson(this.system.registration() + "/api/subscriptions",
					"{\"email\": \"%s\", \"locale\": \"en\"}".formatted(address()))
			.statusCode()).isEqualTo(202);
		page.navigate(Awaitility.await("the mail that asks whether to subscribe")
			.atMost(SOON)
			.until(() -> linkTo("/subscriptions/"), (link) -> !link.isEmpty()));
		submit(page, "/subscriptions/");
		page.navigate(confirmation.link("/join/"));
		submit(page, "/join/");
		page.navigate(confirmation.link("/registrations/") + "/feedback");
		page.locator("#stars-5").check();
		page.locator("#liked").fill("Liked by " + this.mark);
		submit(page, "/feedback");
	}

	/** Follows the links and buttons that lead there from a mail. */
	void eraseThemselves(Page page, int salon) {
		page.navigate(inbox().await(address(), titleOf(salon), SOON).link("/registrations/"));
		page.locator("main a[href$='/erase']").click();
		page.waitForLoadState();
		assertThat(page.locator("main").innerText()).contains(address());
		submit(page, "/erase");
		assertThat(page.locator("h1").innerText()).isEqualTo("You are erased.");
	}

	String memberId(int salon) {
		return Http.operatorJson(this.system.registration() + "/api/salons/" + salon + "/registrations")
			.get("items")
			.get(0)
			.get("memberId")
			.asString();
	}

	/** A record about the person that no listener can read. */
	void leaveADeadLetter(String member) {
		try (KafkaProducer<String, String> stranger = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.system.kafka()), new StringSerializer(), new StringSerializer())) {
			stranger.send(new ProducerRecord<>("salon.registrations", member, name() + " <" + address() + ">"));
		}
	}

	private void signUp(int salon) {
		assertThat(Http.postJson(this.system.registration() + "/api/salons/" + salon + "/registrations", """
				{"name": "%s", "email": "%s", "locale": "en", "affiliation": "%3$s Institute",
				 "note": "Note of %3$s", "answers": {"wish": "Wish of %3$s"}}""".formatted(name(), address(),
				this.mark))
			.statusCode()).isEqualTo(201);
	}

	private String linkTo(String path) {
		List<Inbox.Mail> mails = inbox().to(address());
		return mails.stream()
			.filter((mail) -> mail.text().contains(path))
			.map((mail) -> mail.link(path))
			.findFirst()
			.orElse("");
	}

	private static void submit(Page page, String action) {
		page.locator("form[action*='" + action + "'] button[type=submit]").click();
		page.waitForLoadState();
	}

	private Inbox inbox() {
		return new Inbox(this.system.inbox());
	}

	private String name() {
		return FAMILY + " " + this.mark;
	}

	private String address() {
		return this.mark + "@erased.example.org";
	}

}
