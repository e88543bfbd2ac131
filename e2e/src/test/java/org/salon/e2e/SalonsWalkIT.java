package org.salon.e2e;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An organiser with a phone writes a salon, moves it, calls it off, and has a series. */
@Order(2)
class SalonsWalkIT extends Walk {

	private static final String ZONE = "Asia/Shanghai";

	private static final String TITLE = "By hand 手写";

	private static final LocalDateTime START = LocalDateTime.now(ZoneId.of(ZONE))
		.plusDays(20)
		.truncatedTo(ChronoUnit.MINUTES);

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void aSalonIsWrittenMovedWithAWarningAndCalledOff(String language) {
		int number = number(language, 93);
		String guest = "guest.of.hand." + language.toLowerCase(Locale.ROOT) + "@example.org";
		try (Attendee organiser = attendee(language, "Organiser"); Attendee other = attendee(language, "Other")) {
			login(organiser);
			login(other);
			write(organiser, number);
			organiser.follow(organiser.page().locator("form[action$='/announce'] button"));
			organiser.reads("stage.ANNOUNCED");
			PlaywrightAssertions.assertThat(organiser.page().locator(".timeline li").first()).isVisible();
			desk.signUp(number, "Guest", guest, language);
			inbox.await(guest, organiser.words().mail("confirmation.subject", number, TITLE), SOON);

			other.open("/operator/salons/" + number + "/edit");
			move(organiser, number);
			inbox.await(guest, organiser.words().mail("rescheduled.subject", number, TITLE), SOON);
			theSecondLosesNothing(other);
			chartsAreTablesThatAreDrawn(organiser, number);

			organiser.open("/operator/salons/" + number);
			organiser.page().locator("details > summary[role='button']").click();
			organiser.follow(organiser.page().locator("form[action$='/cancel'] button"));
			organiser.reads("stage.CANCELLED");
			inbox.await(guest, organiser.words().mail("cancelled.subject", number, TITLE), SOON);
		}
	}

	private static void write(Attendee organiser, int number) {
		organiser.open("/operator/salons/new");
		organiser.fill("number", Integer.toString(number));
		organiser.fill("title", TITLE);
		organiser.fill("startsAt", START.toString());
		organiser.fill("endsAt", START.minusHours(1).toString());
		organiser.fill("zone", ZONE);
		organiser.press("/operator/salons/new");
		assertThat(organiser.errorBeside("endsAt")).isEqualTo(organiser.words().page("field.endBeforeStart"));
		assertThat(organiser.page().locator("#title").inputValue()).isEqualTo(TITLE);
		organiser.fill("endsAt", START.plusHours(2).toString());
		organiser.press("/operator/salons/new");
		organiser.reads("stage.DRAFT");
	}

	private static void move(Attendee organiser, int number) {
		Page page = organiser.page();
		organiser.open("/operator/salons/" + number + "/edit");
		organiser.fill("startsAt", START.plusDays(1).toString());
		organiser.fill("endsAt", START.plusDays(1).plusHours(2).toString());
		organiser.press("/edit");
		organiser.reads("salonConfirm.moved", 1, 0);
		organiser.follow(page.locator("button[name='back']"));
		assertThat(page.locator("#startsAt").inputValue()).isEqualTo(START.plusDays(1).toString());
		organiser.press("/edit");
		organiser.follow(page.locator("button[name='confirmed']"));
		organiser.reads("history.RESCHEDULED");
	}

	private static void theSecondLosesNothing(Attendee other) {
		other.fill("host", "Second host");
		other.press("/edit");
		other.reads("salonForm.stale");
		assertThat(other.page().locator("#host").inputValue()).isEqualTo("Second host");
	}

	private static void chartsAreTablesThatAreDrawn(Attendee organiser, int number) {
		organiser.open("/operator/salons/" + number + "/charts");
		Page page = organiser.page();
		PlaywrightAssertions.assertThat(page.locator("figure.chart canvas").first()).isVisible();
		assertThat(page.locator("figure.chart:has(canvas)").first().locator("table tbody tr").count()).isPositive();
		assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void aSeriesMakesItsNextDraftWhichIsAnnouncedByItself(String language) {
		int model = number(language, 94);
		String name = "Series of walk " + language;
		desk.announce(model, "Model", "");
		try (Attendee organiser = attendee(language, "Organiser")) {
			login(organiser);
			Page page = organiser.page();
			organiser.open("/operator/series?like=" + model);
			organiser.fill("name", name);
			organiser.fill("first", START.toString());
			organiser.fill("ahead", "1");
			organiser.follow(page.locator("#form button"));
			organiser.readsText(name);
			organiser.follow(page.locator("article", new Page.LocatorOptions().setHasText(name))
				.locator("a[href*='stage=DRAFT']"));
			organiser.follow(page.locator("#found tbody a").first());
			organiser.readsText(name);
			PlaywrightAssertions.assertThat(page.locator(".timeline"))
				.containsText(organiser.words().page("timeline.announceOnceThemed"));
			organiser.open("/operator/series");
			organiser.follow(page.locator("form[action$='/series/remove']:has(input[value='" + name + "']) button"));
			organiser.doesNotRead(name);
		}
	}

	private static void login(Attendee organiser) {
		organiser.open("/operator/login");
		organiser.fill("password", RunningSystem.PASSWORD);
		organiser.press("/operator/login");
	}

}
