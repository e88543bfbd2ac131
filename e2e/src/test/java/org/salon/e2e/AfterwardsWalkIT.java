package org.salon.e2e;

import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Point 7: the replay, and what people say of the salon. */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AfterwardsWalkIT extends Walk {

	/** Long enough to sign up and come in, in both languages. */
	private static final Duration LENGTH = Duration.ofSeconds(25);

	private static final String TITLE = "Short 短";

	private static Instant end;

	@BeforeAll
	static void announce() {
		Instant start = Instant.now();
		end = start.plus(LENGTH);
		for (String language : new String[] { "zh-CN", "en" }) {
			desk.announce(number(language, 70), TITLE, start, LENGTH, "");
		}
	}

	@ParameterizedTest
	@Order(1)
	@ValueSource(strings = { "zh-CN", "en" })
	void oneComesAndOneMissesIt(String language) {
		int number = number(language, 70);
		try (Attendee came = attendee(language, "Came"); Attendee missed = attendee(language, "Missed")) {
			desk.signUp(number, came, language);
			desk.signUp(number, missed, language);
			came.open(came.mail("confirmation.subject", number, TITLE).link("/join/"));
			came.press("/join/");
			came.reads("join.noted");
			missed.open(missed.mail("confirmation.subject", number, TITLE).link("/join/"));
		}
		assertThat(desk.came(number)).isOne();
	}

	@ParameterizedTest
	@Order(2)
	@ValueSource(strings = { "zh-CN", "en" })
	void theReplayThatTheSpeakerApprovesIsMailedInOtherWordsToWhoCameAndToWhoMissedIt(String language) {
		int number = number(language, 70);
		String replay = "https://video.example.org/" + number;
		Awaitility.await("the salon is over").atMost(LENGTH.plus(SOON)).until(() -> Instant.now().isAfter(end));
		publishWithTheWordOfTheSpeaker(language, number, replay);
		try (Attendee came = attendee(language, "Came"); Attendee missed = attendee(language, "Missed")) {
			Inbox.Mail thanks = came.mail("came.subject", number, TITLE);
			assertThat(thanks.text()).contains(replay, came.words().mail("came.feedback"));
			assertThat(thanks.link("/feedback")).contains("/registrations/");
			Inbox.Mail pity = missed.mail("missed.subject", number, TITLE);
			assertThat(pity.text()).contains(replay).doesNotContain("/feedback");
			came.open("/salons/" + number);
			assertThat(came.page().locator("a[title='" + replay + "']").isVisible()).isTrue();
			came.open(thanks.link("/registrations/").replaceFirst("/feedback$", ""));
			came.reads("salon.over");
			assertThat(came.page().locator("a[href$='/feedback']").isVisible()).isTrue();
		}
	}

	private static void publishWithTheWordOfTheSpeaker(String language, int number, String replay) {
		try (Attendee operator = attendee(language, "Operator"); Attendee speaker = attendee(language, "Speaker")) {
			login(operator);
			operator.open("/operator/salons/" + number);
			operator.fill("links", replay);
			operator.follow(operator.page().locator("button[value='ask']"));
			operator.reads("replay.console.WAITS");
			speaker.open(operator.page().locator("#approval-link").inputValue());
			speaker.readsText(replay);
			speaker.follow(speaker.page().locator("button[value='APPROVED']"));
			speaker.reads("replay.APPROVED");
		}
	}

	private static void login(Attendee operator) {
		operator.open("/operator/login");
		operator.fill("password", RunningSystem.PASSWORD);
		operator.press("/operator/login");
	}

	@ParameterizedTest
	@Order(3)
	@ValueSource(strings = { "zh-CN", "en" })
	void whatPeopleSayOfTheSalonReachesTheOperator(String language) {
		int number = number(language, 70);
		try (Attendee came = attendee(language, "Came")) {
			Page page = came.page();
			String link = came.mail("came.subject", number, TITLE).link("/feedback");
			came.open(link);
			came.fill("liked", "The talk 讲座");
			came.press("/feedback");
			assertThat(page.locator("#stars-error").innerText()).isEqualTo(came.words().page("feedback.chooseStars"));
			assertThat(page.locator("#liked").inputValue()).isEqualTo("The talk 讲座");

			page.locator("label[for='stars-4']").click();
			came.fill("better", "Longer 更长");
			came.press("/feedback");
			came.reads("feedback.given");
			came.open(link);
			assertThat(page.locator("#stars-4").isChecked()).isTrue();
			page.locator("#stars-5").check();
			came.press("/feedback");
			came.reads("feedback.given");
		}
		JsonNode results = Http.operatorJson(system.registration() + "/api/salons/" + number + "/feedback");
		assertThat(results.get("count").asInt()).isOne();
		assertThat(results.get("average").asDouble()).isEqualTo(5.0);
		assertThat(results.get("comments").get(0).get("liked").asString()).isEqualTo("The talk 讲座");
		assertThat(results.get("comments").get(0).get("better").asString()).isEqualTo("Longer 更长");
		try (Attendee operator = attendee(language, "Operator")) {
			login(operator);
			operator.open("/operator/salons/" + number);
			operator.reads("coming.turnout", 2, 1);
			operator.reads("coming.average", 5.0, 1);
			operator.readsText("The talk 讲座");
		}
	}

}
