package org.salon.localstack.mail;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarViewTests {

	@Test
	void joinsFoldedLinesAndUnescapesText() {
		assertThat(new CalendarView("SUMMARY:第44期\\, long\r\n  title\\nsecond line\r\n").html())
			.contains("<th>SUMMARY</th><td dir=\"auto\">第44期, long title\nsecond line</td>");
	}

	@Test
	void keepsColonsOfQuotedParameters() {
		assertThat(new CalendarView("ATTENDEE;CN=\"A: B\":mailto:a@example.org").html())
			.contains("<th>ATTENDEE;CN=&quot;A: B&quot;</th>")
			.contains("mailto:a@example.org");
	}

	@Test
	void escapesMarkup() {
		assertThat(new CalendarView("SUMMARY:<script>alert(1)</script>").html()).doesNotContain("<script>");
	}

}
