package org.salon.e2e;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Point 2: signing up, with the operator's own questions and a confirmed address. */
@Order(2)
class SignUpWalkIT extends Walk {

	private static final String QUESTIONS = """
			, "signUp": {"confirmAddress": true, "questions": [
				{"id": "wish", "text": "Your wish?", "kind": "TEXT"},
				{"id": "way", "text": "How do you come?", "kind": "CHOICE", "options": ["Train", "On foot"], "required": true},
				{"id": "topics", "text": "Which topics?", "kind": "CHOICES", "options": ["AI", "Law", "Art"]},
				{"id": "photo", "text": "Photographs are fine", "kind": "CONSENT", "required": true}]}""";

	@ParameterizedTest
	@CsvSource({ "zh-CN, 带问题的沙龙", "en, A salon with questions" })
	void whoSignsUpIsHelpedWithTheFormAndHasThePlaceOnceTheAddressIsConfirmed(String language, String title) {
		int number = number(language, 20);
		desk.announce(number, title, QUESTIONS);
		try (Attendee lin = attendee(language, "Lin")) {
			fillInWithErrors(lin, number);
			assertThat(lin.errorBeside("answers.photo")).isEqualTo(lin.words().page("answer.consent"));
			assertThat(lin.errorBeside("email")).contains("lin@gmail.com");
			assertThat(errorOfGroup(lin, "answers.way")).isEqualTo(lin.words().page("field.required"));
			assertThat(lin.page().locator("[name='emailIsRight']").isVisible()).isTrue();
			assertThatWhatWasTypedIsThere(lin);

			lin.fill("email", lin.email());
			lin.page().locator("input[value='On foot']").check();
			lin.page().locator("[name='answers.photo']").check();
			lin.press("/registrations");
			lin.reads("thanks.pending");

			Inbox.Mail check = lin.mail("address_check.subject", number, title);
			assertThat(check.text()).contains(lin.words().mailUpTo("address_check.until"));
			assertThat(check.source()).doesNotContain("text/calendar", "/join/");
			lin.open(check.link("/registrations/"));
			lin.reads("own.pending");
			assertThat(desk.attendee(number, lin.email()).get("status").asString()).isEqualTo("PENDING");
			lin.press("/confirm");
			lin.reads("place.REGISTERED");
			assertThat(lin.mail("confirmation.subject", number, title).parts().get("calendar").asString())
				.contains("METHOD:REQUEST");
			assertThatTheOperatorReadsTheAnswers(desk.attendee(number, lin.email()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN, 同样的回答", "en, The same answer" })
	void aKnownAddressGetsTheAnswerOfAStrangerAndNoSecondMail(String language, String title) {
		int number = number(language, 21);
		desk.announce(number, title, "");
		String first;
		try (Attendee known = attendee(language, "Known")) {
			known.signUp(number);
			known.reads("thanks.registered");
			first = known.page().locator("#content").innerText();
			known.mail("confirmation.subject", number, title);
		}
		try (Attendee again = attendee(language, "Known")) {
			again.signUp(number);
			assertThat(again.page().locator("#content").innerText()).isEqualTo(first);
			awaitMarker(number, language);
			assertThat(again.mails()).hasSize(1);
		}
	}

	private static void fillInWithErrors(Attendee lin, int number) {
		lin.introduce(number);
		lin.fill("email", "lin@gamil.com");
		lin.fill("affiliation", "Tsinghua");
		lin.fill("answers.wish", "Less noise");
		lin.page().locator("input[value='AI']").check();
		lin.page().locator("input[value='Art']").check();
		lin.fill("note", "Hello <b>speaker</b>");
		lin.press("/registrations");
		lin.reads("form.errors");
	}

	private static void assertThatWhatWasTypedIsThere(Attendee lin) {
		assertThat(lin.page().locator("[name='name']").inputValue()).isEqualTo(lin.name());
		assertThat(lin.page().locator("[name='email']").inputValue()).isEqualTo("lin@gamil.com");
		assertThat(lin.page().locator("[name='affiliation']").inputValue()).isEqualTo("Tsinghua");
		assertThat(lin.page().locator("[name='answers.wish']").inputValue()).isEqualTo("Less noise");
		assertThat(lin.page().locator("[name='note']").inputValue()).isEqualTo("Hello <b>speaker</b>");
		assertThat(lin.page().locator("input[value='AI']").isChecked()).isTrue();
		assertThat(lin.page().locator("input[value='Law']").isChecked()).isFalse();
		assertThat(lin.page().locator("input[value='Art']").isChecked()).isTrue();
	}

	/** The error of a choice is that of all its options together. */
	private static String errorOfGroup(Attendee lin, String field) {
		Locator group = lin.page().locator("fieldset:has([name='" + field + "'])");
		assertThat(group.getAttribute("aria-invalid")).isEqualTo("true");
		return lin.page().locator("[id='" + group.getAttribute("aria-describedby") + "']").innerText();
	}

	private static void assertThatTheOperatorReadsTheAnswers(JsonNode line) {
		assertThat(line.get("status").asString()).isEqualTo("REGISTERED");
		assertThat(line.get("affiliation").asString()).isEqualTo("Tsinghua");
		assertThat(line.get("note").asString()).isEqualTo("Hello <b>speaker</b>");
		assertThat(line.get("answers").toString()).contains("\"wish\":[\"Less noise\"]", "\"way\":[\"On foot\"]",
				"\"topics\":[\"AI\",\"Art\"]", "\"photo\":[\"yes\"]");
	}

}
