package org.salon.registration.operator;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReminderLineTests {

	@Test
	void tellsNoneFromThoseOfTheClub() {
		assertThat(ReminderLine.text(null)).isEmpty();
		assertThat(ReminderLine.text(List.of())).isEqualTo("-");
		assertThat(read("  ")).isEqualTo("{\"reminders\":null}");
		assertThat(read(" - ")).isEqualTo("{\"reminders\":[]}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "24h, 5m; \"PT24H\",\"PT5M\"", "2D，1 h; \"P2D\",\"PT1H\"", "PT90S; \"PT90S\"",
			"soon; \"soon\"", "1h,; \"PT1H\",\"\"" })
	void readsDaysHoursMinutesAndWhatElseIsWritten(String line, String items) {
		assertThat(read(line)).isEqualTo("{\"reminders\":[" + items + "]}");
	}

	@Test
	void showsWhatItReads() {
		assertThat(ReminderLine.text(List.of(Duration.ofDays(2), Duration.ofMinutes(90), Duration.ofSeconds(90))))
			.isEqualTo("48h, 90m, PT1M30S");
	}

	private static String read(String line) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		ReminderLine.addTo(json, "reminders", line);
		return json.toString();
	}

}
