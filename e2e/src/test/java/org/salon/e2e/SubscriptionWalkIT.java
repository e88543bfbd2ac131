package org.salon.e2e;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Point 6: hearing of new salons without a place in any, and leaving in one click. */
@Order(2)
class SubscriptionWalkIT extends Walk {

	@ParameterizedTest
	@CsvSource({ "zh-CN, 新的沙龙", "en, A new salon" })
	void aSubscriberHearsOfEachNewSalonUntilOneClickEndsIt(String language, String title) {
		int number = number(language, 60);
		try (Attendee fan = attendee(language, "Fan")) {
			subscribe(fan);
			desk.announce(number, title, "");
			Inbox.Mail first = fan.mail("announcement.subject", number, title);
			fan.open(first.link("/salons/"));
			assertThat(fan.page().locator("h1").innerText()).isEqualTo(title);

			assertThat(first.source()).containsPattern("(?m)^List-Unsubscribe-Post: List-Unsubscribe=One-Click");
			assertThat(Http.postForm(oneClick(first), "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
			desk.announce(number + 1, title + " +1", "");
			fan.open(first.link("/unsubscribe/"));
			fan.reads("unsubscribe.done");
			fan.follow(fan.page().locator("a[href^='/preferences/']"));
			assertThat(fan.page().locator("input:checked").count()).isZero();
			fan.page().locator("[name='announcements']").check();
			fan.press("/preferences/");
			fan.reads("preferences.saved");

			desk.announce(number + 2, title + " +2", "");
			fan.mail("announcement.subject", number + 2, title + " +2");
			assertThat(fan.mails()).noneMatch((mail) -> mail.subject().endsWith("+1"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 误退订之后", "en, After a mistake" })
	void whoLeftByMistakeIsBackByOneClick(String language, String title) {
		int number = number(language, 65);
		try (Attendee clumsy = attendee(language, "Clumsy")) {
			subscribe(clumsy);
			desk.announce(number, title, "");
			Inbox.Mail mail = clumsy.mail("announcement.subject", number, title);
			clumsy.open(mail.link("/unsubscribe/"));
			clumsy.reads("unsubscribe.ask");
			Http.postForm(oneClick(mail), "List-Unsubscribe=One-Click");
			clumsy.open(mail.link("/unsubscribe/"));
			clumsy.reads("unsubscribe.done");
			clumsy.press("/undo");
			clumsy.reads("own.unsubscribe.undone");
			clumsy.follow(clumsy.page().locator("a[href^='/preferences/']"));
			for (String kind : new String[] { "announcements", "reminders", "replays" }) {
				assertThat(clumsy.page().locator("[name='" + kind + "']").isChecked()).as(kind).isTrue();
			}
		}
	}

	/** By the form among the coming salons, and the button behind the mail. */
	private static void subscribe(Attendee person) {
		Page page = person.page();
		person.open("/");
		page.locator("#subscribe-email").fill(person.email());
		page.locator("#subscribe-name").fill(person.name());
		person.press("/subscriptions");
		person.reads("subscribe.sent");
		Inbox.Mail check = person.mail("subscription_check.subject");
		String link = check.link("/subscriptions/");
		person.open(link);
		person.reads("subscribe.ask");
		person.open(link);
		person.reads("subscribe.ask");
		person.press("/subscriptions/");
		person.reads("subscribe.done");
	}

	/** Where mail programs send the click (RFC 8058). */
	private static String oneClick(Inbox.Mail mail) {
		Matcher header = Pattern.compile("(?m)^List-Unsubscribe:\\s*<([^>]+)>")
			.matcher(mail.source().replaceAll("\r?\n[ \t]+", " "));
		assertThat(header.find()).isTrue();
		return header.group(1).replace(" ", "");
	}

}
