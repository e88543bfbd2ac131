package org.salon.e2e;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Point 3: a salon of one seat, and those who wait for it. */
@Order(2)
class WaitlistWalkIT extends Walk {

	@ParameterizedTest
	@CsvSource({ "zh-CN, 只有一席", "en, One seat" })
	void theFirstInLineGetsTheSeatThatIsGivenBackAtOnce(String language, String title) {
		int number = number(language, 30);
		desk.announce(number, title, ", \"capacity\": 1");
		try (Attendee holder = attendee(language, "Holder"); Attendee waiting = attendee(language, "Waiting")) {
			holder.signUp(number);
			holder.reads("thanks.registered");
			getInLine(waiting, number, title);

			giveBack(holder, number, title);
			Inbox.Mail promoted = waiting.mail("promoted.subject", number, title);
			assertThat(promoted.parts().get("calendar").asString()).contains("METHOD:REQUEST");
			waiting.open(promoted.link("/registrations/"));
			waiting.reads("place.REGISTERED");
			waiting.open("/salons/" + number);
			waiting.reads("salon.seats.full", 0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 待接受的名额", "en, A seat to accept" })
	void theFirstInLineIsAskedUntilWhenTheSeatIsKeptAndAcceptsIt(String language, String title) {
		int number = number(language, 31);
		desk.announce(number, title, ", \"capacity\": 1, \"signUp\": {\"acceptWithin\": \"PT12H\"}");
		try (Attendee holder = attendee(language, "Leaving"); Attendee waiting = attendee(language, "Patient")) {
			holder.signUp(number);
			getInLine(waiting, number, title);

			giveBack(holder, number, title);
			Inbox.Mail offer = waiting.mail("seat_offered.subject", number, title);
			assertThat(offer.text()).contains(waiting.words().mailUpTo("seat_offered.until"));
			assertThat(offer.source()).doesNotContain("text/calendar", "/join/");
			waiting.open(offer.link("/registrations/"));
			waiting.readsText(waiting.words().pageUpTo("own.pending.until"));
			assertThat(desk.attendee(number, waiting.email()).get("status").asString()).isEqualTo("PENDING");
			waiting.press("/confirm");
			waiting.reads("place.REGISTERED");
			assertThat(waiting.mail("confirmation.subject", number, title).parts().get("calendar").asString())
				.contains("METHOD:REQUEST");
		}
	}

	private static void getInLine(Attendee waiting, int number, String title) {
		waiting.open("/salons/" + number);
		waiting.reads("salon.seats.full", 0);
		waiting.signUp(number);
		waiting.reads("thanks.waitlisted");
		Inbox.Mail mail = waiting.mail("waitlisted.subject", number, title);
		assertThat(mail.text()).contains(waiting.words().mail("waitlisted.place", 1));
		assertThat(mail.source()).doesNotContain("text/calendar", "/join/");
		waiting.open(mail.link("/registrations/"));
		waiting.reads("place.WAITLISTED", 1);
	}

	private static void giveBack(Attendee holder, int number, String title) {
		holder.open(holder.mail("confirmation.subject", number, title).link("/registrations/"));
		holder.press("/cancel");
		holder.reads("place.CANCELLED");
		assertThat(holder.mail("withdrawn.subject", number, title).parts().get("calendar").asString())
			.contains("METHOD:CANCEL");
	}

}
