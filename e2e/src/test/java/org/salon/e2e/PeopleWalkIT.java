package org.salon.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A helper with a phone finds people, helps them, ticks them off and takes a list along.
 */
@Order(2)
class PeopleWalkIT extends Walk {

	private static final int SALON = number("en", 95);

	private static final int LATER = number("en", 96);

	private static final String TITLE = "Who is there";

	private static final String HOLDER = "holder.of.people@example.org";

	private static final String WAITING = "waiting.of.people@example.org";

	private static final String ADDED = "added.of.people@example.org";

	private static final String SECOND = "second.of.people@example.org";

	@Test
	void peopleAreFoundHelpedTickedOffAndMerged() {
		desk.announce(SALON, TITLE, Instant.now().plus(Duration.ofMinutes(20)), Duration.ofHours(2),
				", \"capacity\": 1");
		desk.announce(LATER, "Later", "");
		desk.signUp(SALON, "Holder", HOLDER, "en");
		desk.signUp(SALON, "=1+1", WAITING, "en");
		desk.signUp(LATER, "Holder", SECOND, "en");
		try (Attendee operator = attendee("en", "Helper")) {
			operator.open("/operator/login");
			operator.fill("password", RunningSystem.PASSWORD);
			operator.press("/operator/login");
			findAndNote(operator);
			add(operator);
			moveUp(operator);
			tickOff(operator);
			takeAlong(operator);
			merge(operator);
		}
	}

	private static void findAndNote(Attendee operator) {
		inbox.await(HOLDER, operator.words().mail("confirmation.subject", SALON, TITLE), SOON);
		Page page = operator.page();
		Awaitility.await("what became of the mail").atMost(SOON).until(() -> {
			operator.open("/operator/salons/" + SALON + "/people");
			return page.locator("#people .mails .sent").count() > 0;
		});
		assertThat(page.locator("#people > ul > li").count()).isEqualTo(2);
		page.locator("#q").pressSequentially("HOLDER.of");
		PlaywrightAssertions.assertThat(page.locator("#people > ul > li")).hasCount(1);
		operator.readsText("confirmation: sent");
		operator.follow(page.locator("#people .who a"));
		operator.fill("text", "Sits in front");
		operator.follow(page.locator("form[action$='/note'] button"));
		assertThat(page.locator("#text").inputValue()).isEqualTo("Sits in front");
	}

	private static void add(Attendee operator) {
		operator.open("/operator/salons/" + SALON + "/people/add");
		operator.fill("name", "Added");
		operator.fill("email", ADDED);
		operator.page().locator("[name=agreed]").check();
		operator.page().locator("[name=beyondSeats]").check();
		operator.follow(operator.page().locator("form.single button"));
		operator.readsText(ADDED);
		assertThat(inbox.await(ADDED, operator.words().mail("confirmation.subject", SALON, TITLE), SOON)
			.parts()
			.get("calendar")
			.asString()).contains("METHOD:REQUEST");
	}

	private static void moveUp(Attendee operator) {
		operator.open("/operator/salons/" + SALON + "/people?status=WAITLISTED");
		operator.follow(operator.page().locator("#people .who a"));
		operator.follow(operator.page().locator("a[href$='/move-up']"));
		operator.page().locator("[name=beyondSeats]").check();
		operator.follow(operator.page().locator("form[action$='/move-up'] button"));
		operator.reads("status.REGISTERED");
		inbox.await(WAITING, operator.words().mail("promoted.subject", SALON, TITLE), SOON);
	}

	private static void tickOff(Attendee operator) {
		operator.open("/operator/salons/" + SALON + "/door");
		Page page = operator.page();
		page.locator("#q").pressSequentially("hold");
		Locator rows = page.locator(".tick > li");
		PlaywrightAssertions.assertThat(rows).hasCount(1);
		assertThat(rows.locator("button").boundingBox().height).as("a thumb finds it").isGreaterThanOrEqualTo(44);
		operator.readsText("Sits in front");
		rows.locator("button").click();
		PlaywrightAssertions.assertThat(page.locator("#came")).hasText("1");
		rows.locator("button").click();
		PlaywrightAssertions.assertThat(page.locator("#came")).hasText("0");
		rows.locator("button").click();
		PlaywrightAssertions.assertThat(page.locator("#came")).hasText("1");
		assertThat(desk.came(SALON)).isEqualTo(1);
	}

	private static void takeAlong(Attendee operator) {
		operator.open("/operator/salons/" + SALON + "/people?came=no");
		Page page = operator.page();
		String csv = new String(page.context()
			.request()
			.get(system.registration() + page.locator("a[href*='people.csv']").getAttribute("href"))
			.body(), StandardCharsets.UTF_8);
		assertThat(csv).contains("\r\n'=1+1," + WAITING, ADDED).doesNotContain(HOLDER);
	}

	private static void merge(Attendee operator) {
		operator.open("/operator/members?q=" + HOLDER);
		operator.follow(operator.page().locator("#people .who a"));
		operator.fill("other", SECOND);
		operator.follow(operator.page().locator("form[action$='/merge'] button"));
		operator.reads("members.merge.text", SECOND);
		operator.follow(operator.page().locator("form[action$='/merge'] button"));
		operator.reads("members.merged");
		operator.readsText("Later");
		inbox.await(HOLDER, operator.words().mail("confirmation.subject", LATER, "Later"), SOON);
		assertThat(desk.attendee(LATER, SECOND).isMissingNode()).isTrue();
	}

}
