package org.salon.e2e;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Point 5: the way into the meeting. The inbox stands for the meeting's site. */
@Order(2)
class JoinWalkIT extends Walk {

	@ParameterizedTest
	@CsvSource({ "zh-CN, 马上开始, 群号 12345", "en, About to begin, Group 12345" })
	void thePersonalLinkLeadsIntoTheMeetingWhereverItIsAndNotesWhoCame(String language, String title, String how) {
		int number = number(language, 50);
		Instant start = Instant.now().plus(Duration.ofMinutes(30));
		desk.announce(number, title, start, Duration.ofHours(1), joining(how, "first"));
		try (Attendee guest = attendee(language, "Guest")) {
			guest.signUp(number);
			Inbox.Mail mail = guest.mail("confirmation.subject", number, title);
			String join = mail.link("/join/");
			assertThat(mail.text()).contains(how);
			assertThat(mail.parts().get("html").asString()).contains(join);
			assertThat(unfolded(mail.parts().get("calendar").asString())).contains("LOCATION:" + join);
			assertThat(mail.source() + mail.parts()).doesNotContain(Chromium.MEETING_HOST);

			guest.open("/salons/" + number);
			guest.reads("salon.join.byMail");
			guest.doesNotRead(how);
			guest.open(mail.link("/registrations/"));
			guest.readsText(how);
			guest.follow(guest.page().locator("a[href^='/join/']"));
			guest.reads("join.OPEN");
			guest.open(join);
			assertThat(desk.came(number)).isZero();

			guest.press("/join/");
			assertThat(guest.page().url()).isEqualTo(meeting("first"));
			assertThat(desk.came(number)).isOne();
			assertThat(desk.attendee(number, guest.email()).get("attendedAt").isNull()).isFalse();

			desk.change(number, title, start, Duration.ofHours(1), joining(how, "second"));
			guest.open(join);
			guest.reads("join.noted");
			guest.press("/join/");
			assertThat(guest.page().url()).isEqualTo(meeting("second"));
			assertThat(desk.came(number)).isOne();
			awaitMarker(number, language);
			assertThat(guest.mails()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 还早, 群号 54321", "en, Still early, Group 54321" })
	void howToJoinIsShownFromAnHourBeforeUnlessItIsForEveryone(String language, String title, String how) {
		int number = number(language, 51);
		desk.announce(number, title, joining(how, "later"));
		desk.announce(number + 1, title + "!", joining(how, "open") + ", \"joinPublic\": true");
		try (Attendee early = attendee(language, "Early")) {
			early.signUp(number);
			Inbox.Mail mail = early.mail("confirmation.subject", number, title);
			early.open(mail.link("/registrations/"));
			early.readsText(early.words().pageUpTo("own.join.from"));
			early.doesNotRead(how);
			early.open(mail.link("/join/"));
			early.readsText(early.words().pageUpTo("join.EARLY"));
			early.doesNotRead(how);
			assertThat(early.page().locator("form").count()).isZero();
			assertThat(early.page().locator("a[href='/salons/" + number + ".ics']").isVisible()).isTrue();

			early.open("/salons/" + (number + 1));
			early.readsText(how);
			assertThat(early.page().locator("a[href='" + meeting("open") + "']").isVisible()).isTrue();
		}
	}

	private static String joining(String how, String room) {
		return ", \"joinText\": \"%s\", \"joinLinks\": [\"%s\"]".formatted(how, meeting(room));
	}

	private static String meeting(String room) {
		return "http://" + Chromium.MEETING_HOST + ":" + URI.create(system.inbox()).getPort() + "/?room=" + room;
	}

	/** Long lines of a calendar go on after a blank. */
	private static String unfolded(String calendar) {
		return calendar.replaceAll("\r?\n[ \t]", "");
	}

}
