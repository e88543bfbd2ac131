package org.salon.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of each kind that only the link in a mail leads to, in each of its states, and
 * public pages that need a salon of their own. Salons 900 to 904 are theirs.
 */
final class PagesBehindLinks {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String QUESTIONS = """
			, "signUp": {"confirmAddress": true, "questions": [
				{"text": "Your wish? 您的愿望？", "kind": "TEXT"},
				{"text": "How do you come? 您怎么来？", "kind": "CHOICE", "options": ["Train", "Foot"], "required": true},
				{"text": "Which topics? 哪些话题？", "kind": "CHOICES", "options": ["AI", "Law"], "required": true},
				{"text": "Photographs are fine 可以拍照", "kind": "CONSENT", "required": true}]}""";

	private final RunningSystem system;

	private final Desk desk;

	private final Inbox inbox;

	private final String site;

	/** The first to each person, which has all that they were offered. */
	private final Map<String, Inbox.Mail> mails = new HashMap<>();

	private final List<String> pages = new ArrayList<>();

	PagesBehindLinks(RunningSystem system, Chromium chromium) {
		this.system = system;
		this.desk = new Desk(system);
		this.inbox = new Inbox(system.inbox());
		this.site = this.system.registration();
		Instant end = Instant.now().plusSeconds(12);
		this.desk.announce(904, "Over 结束", end.minusSeconds(3600), Duration.ofHours(1), "");
		signUp(904, "late");
		announce();
		ofPlaces();
		ofComing();
		ofSubscription(chromium);
		ofMembers();
		Awaitility.await("a salon is over").atMost(SOON).until(() -> Instant.now().isAfter(end));
	}

	List<String> pages() {
		return List.copyOf(this.pages);
	}

	/** The form with questions of each kind. */
	String withQuestions() {
		return this.site + "/salons/901";
	}

	/** Where one can say how it was. */
	String feedback() {
		return link("guest", "/registrations/") + "/feedback";
	}

	String unsubscribe() {
		return link("guest", "/unsubscribe/");
	}

	private void announce() {
		this.desk.announce(900, "Full 满员", ", \"capacity\": 1");
		this.desk.announce(901, "Asking 提问", QUESTIONS);
		this.desk.announce(902, "Begun 已开始", Instant.now().minusSeconds(60), Duration.ofHours(1),
				", \"joinText\": \"Group 群 12345\", \"joinLinks\": [\"https://meet.example.org/902\"]");
		this.desk.announce(903, "Called off 取消", "");
		Http.operator("POST", this.site + "/api/salons/903/cancel", "application/json", "");
		signUp(900, "holder");
		signUp(900, "waiting");
		signUp(902, "guest");
		signUp(902, "gone");
		String answers = """
				{"name": "Pending", "email": "pending@axe.example.org", "locale": "en",
				 "answers": {"q2": ["Train"], "q3": ["AI"], "q4": ["yes"]}}""";
		assertThat(Http.postJson(withQuestions().replace("/salons", "/api/salons") + "/registrations", answers)
			.statusCode()).isEqualTo(201);
		subscribe("asked");
		subscribe("fan");
		this.pages.addAll(List.of(this.site + "/salons/900", withQuestions(), this.site + "/salons/903"));
	}

	private void ofPlaces() {
		String gone = link("gone", "/registrations/");
		assertThat(Http.postForm(gone + "/cancel", "").statusCode()).isEqualTo(200);
		String holder = link("holder", "/registrations/");
		this.pages.addAll(List.of(holder + "?saved", holder + "?mail=soon", holder + "/erase", gone,
				link("waiting", "/registrations/"), link("pending", "/registrations/"),
				link("guest", "/registrations/"), link("late", "/registrations/"),
				this.site + "/registrations/nonsense", this.site + "/erased"));
	}

	private void ofComing() {
		this.pages.addAll(List.of(link("holder", "/join/"), link("guest", "/join/"), link("gone", "/join/"),
				link("late", "/join/"), link("holder", "/registrations/") + "/feedback", feedback(),
				feedback() + "?given"));
	}

	private void ofSubscription(Chromium chromium) {
		try (Attendee fan = new Attendee(chromium, this.system, "en", "Fan")) {
			fan.open(link("fan", "/subscriptions/"));
			fan.press("/subscriptions/");
			fan.reads("subscribe.done");
		}
		this.pages.addAll(List.of(this.site + "/subscribe", this.site + "/subscribe?sent",
				link("asked", "/subscriptions/"), link("fan", "/subscriptions/")));
	}

	private void ofMembers() {
		assertThat(Http.postForm(link("gone", "/unsubscribe/"), "List-Unsubscribe=One-Click").statusCode())
			.isEqualTo(200);
		this.pages
			.addAll(List.of(link("holder", "/preferences/") + "?saved", unsubscribe(), link("gone", "/unsubscribe/")));
	}

	private void signUp(int salon, String name) {
		this.desk.signUp(salon, name, address(name), "en");
	}

	private void subscribe(String name) {
		assertThat(Http
			.postJson(this.site + "/api/subscriptions",
					"{\"email\": \"%s\", \"name\": \"%s\", \"locale\": \"en\"}".formatted(address(name), name))
			.statusCode()).isEqualTo(202);
	}

	private String link(String name, String path) {
		return this.mails.computeIfAbsent(name, (person) -> this.inbox.await(address(person), "", SOON)).link(path);
	}

	private static String address(String name) {
		return name + "@axe.example.org";
	}

}
