package org.salon.e2e;

import java.io.IOException;
import java.nio.file.Files;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Point 4: what people do on their own page, by the link in each mail. */
@Order(2)
class OwnPageWalkIT extends Walk {

	@ParameterizedTest
	@CsvSource({ "zh-CN, 我的名额, en", "en, My own place, zh-CN" })
	void whoTakesAnotherNameLanguageAndZoneIsWrittenToInThem(String language, String title, String other) {
		int number = number(language, 40);
		desk.announce(number, title, "");
		try (Attendee ada = attendee(language, "Ada")) {
			openOwnPage(ada, number, title);
			ada.page().locator("summary", hasText(ada, "own.details")).click();
			ada.fill("name", "Lovelace");
			ada.page().locator("[name='locale']").selectOption(other);
			ada.page().locator("[name='zone']").selectOption("America/New_York");
			ada.press("/details");
			ada.reads("own.saved");
			ada.reads("place.hello", "Lovelace");
			ada.readsText(ada.words().pageUpTo("own.time"));
			ada.readsText("America/New_York");

			ada.press("/cancel");
			ada.reads("place.CANCELLED");
			ada.press("/register");
			ada.reads("place.REGISTERED");
			Words words = new Words(other);
			Inbox.Mail mail = inbox.await(ada.email(), words.mail("confirmation.subject", number, title), SOON);
			assertThat(mail.text()).startsWith(words.mail("greeting.name", "Lovelace"))
				.contains(words.mailUpTo("time.own"));
			assertThat(mail.parts().get("calendar").asString()).contains("SEQUENCE:2");
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 我要的邮件", "en, The mails that I want" })
	void mailsAreChosenKindByKindAndEachSaysWhyItCame(String language, String title) {
		int number = number(language, 41);
		desk.announce(number, title, "");
		try (Attendee eve = attendee(language, "Eve")) {
			openOwnPage(eve, number, title);
			Page page = eve.page();
			String own = page.url();
			Awaitility.await("the mail on the own page").atMost(SOON).untilAsserted(() -> {
				eve.open(own);
				assertThat(page.locator("ul.mails").textContent()).contains(eve.words().page("kind.CONFIRMATION"),
						eve.words().page("outcome.SENT"), eve.words().pageUpTo("why.CONFIRMATION"));
			});
			eve.press("/mail");
			eve.reads("own.mail.soon");
			awaitMarker(number, language);
			assertThat(eve.mails()).hasSize(1);

			eve.follow(page.locator("a[href^='/preferences/']", hasText(eve, "place.preferences")));
			page.locator("[name='reminders']").uncheck();
			eve.press("/preferences/");
			eve.reads("preferences.saved");
			eve.open(eve.mails().getFirst().link("/preferences/"));
			assertThat(page.locator("[name='reminders']").isChecked()).isFalse();
			assertThat(page.locator("[name='replays']").isChecked()).isTrue();
			assertThat(page.locator("[name='announcements']").isChecked()).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 我的数据", "en, My data" })
	void peopleTakeTheirDataAlongAndEraseThemselves(String language, String title) throws IOException {
		int number = number(language, 42);
		desk.announce(number, title, "");
		try (Attendee bob = attendee(language, "Bob")) {
			openOwnPage(bob, number, title);
			String own = bob.page().url();
			Locator link = bob.page().locator("a[download]");
			Download download = bob.page().waitForDownload(link::click);
			JsonNode data = JsonMapper.shared().readTree(Files.readString(download.path()));
			assertThat(data.get("member").get("email").asString()).isEqualTo(bob.email());
			assertThat(data.get("registrations").get(0).get("salonTitle").asString()).isEqualTo(title);
			assertThat(data.has("deliveries")).isTrue();

			bob.follow(bob.page().locator("a[href$='/erase']"));
			bob.readsText(bob.email());
			assertThat(desk.attendee(number, bob.email()).isMissingNode()).isFalse();
			bob.press("/erase");
			bob.reads("erased.title");
			assertThat(desk.attendee(number, bob.email()).isMissingNode()).isTrue();
			for (String path : new String[] { "", "/erase", "/data.json" }) {
				assertThat(bob.visit(own + path)).as(path).isIn(404, 410);
			}
			assertThat(bob.visit(bob.mails().getFirst().link("/preferences/"))).isIn(404, 410);
			bob.reads("problem.404");
			// To be a stranger again is to be one: the place is a new one, and so is the
			// mail.
			bob.signUp(number);
			bob.reads("thanks.registered");
			Awaitility.await("the mail to a stranger").atMost(SOON).until(() -> bob.mails().size() == 2);
		}
	}

	private static void openOwnPage(Attendee person, int number, String title) {
		person.signUp(number);
		person.open(person.mail("confirmation.subject", number, title).link("/registrations/"));
		person.reads("place.REGISTERED");
		person.reads("place.hello", person.name());
	}

	private static Page.LocatorOptions hasText(Attendee person, String key) {
		return new Page.LocatorOptions().setHasText(person.words().page(key));
	}

}
