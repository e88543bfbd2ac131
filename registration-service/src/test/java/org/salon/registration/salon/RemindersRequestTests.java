package org.salon.registration.salon;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.salon.registration.input.InvalidFields;
import org.salon.registration.input.JsonFields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RemindersRequestTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<Duration> KNOWN = List.of(Duration.ofHours(2));

	@Test
	void readsOffsetsLongestFirstAndEachOnce() {
		assertThat(read("{\"reminders\": [\"PT5M\", \" PT24H \", \"P1D\", \"P60D\"]}"))
			.containsExactly(Duration.ofDays(60), Duration.ofHours(24), Duration.ofMinutes(5));
	}

	@Test
	void keepsWhatIsNotSaidAndTellsNoneFromThoseOfTheClub() {
		assertThat(read("{}")).isEqualTo(KNOWN);
		assertThat(read("{\"reminders\": null}")).isNull();
		assertThat(read("{\"reminders\": []}")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "[\"PT0S\"]; reminders[0]: field.reminder", "[\"PT1H\", \"PT-1H\"]; reminders[1]: field.reminder",
					"[\"PT1441H\"]; reminders[0]: field.reminder", "[\"24h\"]; reminders[0]: field.reminder",
					"[\"\"]; reminders[0]: field.required", "[1]; reminders[0]: field.string",
					"[null]; reminders[0]: field.string", "\"PT1H\"; reminders: field.list",
					"[\"PT99999999999999999H\"]; reminders[0]: field.reminder" })
	void refusesWhatIsNotBeforeTheStart(String value, String problem) {
		assertThat(problems("{\"reminders\": " + value + "}")).isEqualTo(problem);
	}

	@Test
	void takesAtMostTen() {
		String ten = "\"PT1H\"" + ", \"PT1H\"".repeat(9);
		assertThat(read("{\"reminders\": [" + ten + "]}")).hasSize(1);
		assertThat(problems("{\"reminders\": [" + ten + ", \"PT2H\"]}")).isEqualTo("reminders: field.tooMany");
	}

	private static @Nullable List<Duration> read(String json) {
		JsonFields fields = JsonFields.of(JSON.readTree(json));
		List<Duration> reminders = RemindersRequest.read(fields, "reminders", KNOWN);
		fields.checks().done();
		return reminders;
	}

	private static String problems(String json) {
		InvalidFields problem = catchThrowableOfType(InvalidFields.class, () -> read(json));
		return String.join(", ",
				problem.problems().stream().map((field) -> field.field() + ": " + field.code()).toList());
	}

}
