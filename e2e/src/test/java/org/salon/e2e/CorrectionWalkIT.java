package org.salon.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A link and a speaker of a past salon are mended, and nobody hears of it by mail. */
@Order(2)
class CorrectionWalkIT extends Walk {

	/** Long enough to sign up in both languages. */
	private static final Duration LENGTH = Duration.ofSeconds(12);

	private static final String TITLE = "Mended 更正";

	private static Instant end;

	@BeforeAll
	static void announce() {
		Instant start = Instant.now();
		end = start.plus(LENGTH);
		for (String language : new String[] { "zh-CN", "en" }) {
			desk.announce(number(language, 85), TITLE, start, LENGTH, "");
			desk.announce(number(language, 86), "Next 下期", "");
			desk.signUp(number(language, 85), "Guest", guest(language), language);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void whatIsMendedInTheConsoleIsSeenInTheArchiveAndMailsNobody(String language) {
		int number = number(language, 85);
		Awaitility.await("the salon is over").atMost(LENGTH.plus(SOON)).until(() -> Instant.now().isAfter(end));
		desk.publishReplay(number, "https://video.example.org/wrong" + number);
		try (Attendee operator = attendee(language, "Operator")) {
			inbox.await(guest(language), operator.words().mail("missed.subject", number, TITLE), SOON);
			int mails = inbox.to(guest(language)).size();
			mend(operator, number);
			Awaitility.await("the archive shows it")
				.atMost(SOON)
				.until(() -> Http.get(system.archive() + "/archive/" + number).body().contains("right" + number));
			assertThat(Http.get(system.archive() + "/archive/" + number).body())
				.contains("Ana Muñoz", "the recording was moved")
				.doesNotContain("wrong" + number);
			awaitMarker(number(language, 86), language);
			assertThat(inbox.to(guest(language))).hasSize(mails);
		}
	}

	private static void mend(Attendee operator, int number) {
		operator.open("/operator/login");
		operator.fill("password", RunningSystem.PASSWORD);
		operator.press("/operator/login");
		operator.open("/operator/salons/" + number);
		Page page = operator.page();
		operator.follow(page.locator("a[href$='/correct']"));
		operator.fill("speakers", "Ana Muñoz | ZJU");
		operator.fill("links", "Replay https://video.example.org/right" + number);
		page.locator("#correct [name='reason']").fill("the recording was moved");
		operator.follow(page.locator("button[value='preview']"));
		operator.reads("correct.toNobody");
		operator.readsText("https://video.example.org/wrong" + number);
		operator.follow(page.locator("button[value='save']"));
		operator.reads("history.CORRECTED");
	}

	private static String guest(String language) {
		return "guest.of.the.mended." + language.toLowerCase(Locale.ROOT) + "@example.org";
	}

}
