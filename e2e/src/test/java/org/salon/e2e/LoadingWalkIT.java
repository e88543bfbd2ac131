package org.salon.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the invitation comes to the screen of a slow phone. */
@Order(2)
class LoadingWalkIT extends Walk {

	private static final String COUNT_SHIFTS = """
			window.shifted = 0;
			new PerformanceObserver((list) => list.getEntries().forEach((shift) => window.shifted += shift.value))
				.observe({type: 'layout-shift', buffered: true});""";

	@ParameterizedTest
	@CsvSource({ "zh-CN, 慢速网络上的沙龙", "en, A salon on a slow network" })
	void nothingMovesOnTheInvitationAndItsPartsAreAllNamedInIt(String language, String title) {
		int number = number(language, 80);
		desk.announce(number, title, overMidnight(), Duration.ofHours(2),
				", \"introduction\": \"Words.\", \"speakers\": [{\"name\": \"Ada\"}]");
		try (Attendee reader = attendee(language, "Slow")) {
			List<Response> answers = new ArrayList<>();
			reader.page().addInitScript(COUNT_SHIFTS);
			reader.page().onResponse(answers::add);
			reader.open("/salons/" + number);
			reader.page().locator("footer").scrollIntoViewIfNeeded();
			assertThat(reader.page().locator(".own-time").innerText()).isNotEmpty();
			assertThat(((Number) reader.page().evaluate("window.shifted")).doubleValue()).isZero();
			// One round trip brings the page, one more whatever it is shown with: no part
			// asks
			// for further parts.
			String page = answers.getFirst().text();
			assertThat(answers.stream().skip(1).map(Response::url)).isNotEmpty()
				.allMatch((url) -> url.startsWith(system.registration()))
				.allMatch((url) -> page.contains("\"" + url.substring(system.registration().length()) + "\""));
		}
	}

	/** The reader's: what takes the most room. */
	private static Instant overMidnight() {
		return LocalDate.now(Attendee.HOME).plusDays(12).atTime(23, 0).atZone(Attendee.HOME).toInstant();
	}

}
