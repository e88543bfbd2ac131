package org.salon.backup;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackupArgumentsTests {

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@Test
	void optionsComeAfterTheFile() {
		BackupArguments asked = BackupArguments.of(List.of("restore", "club.zip", "--replace")).orElseThrow();
		assertThat(asked.restores()).isTrue();
		assertThat(asked.has("--replace")).isTrue();
		assertThat(asked.has("--send-due")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "backup", "restore", "backup --overwrite", "backup club.zip --replace",
			"restore club.zip --overwrite", "erase club.zip", "restore club.zip other.zip" })
	void whatNobodyUnderstandsIsAnsweredWithHowToAsk(String line) {
		List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));
		assertThat(run(Map.of(), arguments)).isEqualTo(2);
		assertThat(this.errors.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
	}

	@Test
	void aFileThatIsNotThereIsToldInOneSentence() {
		assertThat(run(Map.of(), List.of("restore", "/nowhere/club.zip"))).isEqualTo(1);
		assertThat(this.errors.toString(StandardCharsets.UTF_8)).isEqualTo("There is no file /nowhere/club.zip.\n");
	}

	@Test
	void aDatabaseThatIsNotNamedIsToldByItsVariable() {
		assertThat(run(Map.of(), List.of("backup", "/nowhere/club.zip"))).isEqualTo(1);
		assertThat(this.errors.toString(StandardCharsets.UTF_8))
			.contains("SALON_POSTGRES_URL", "SALON_REGISTRATION_DB_URL")
			.hasLineCount(1);
	}

	private int run(Map<String, String> environment, List<String> arguments) {
		PrintStream none = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
		return new Backup(environment, none).run(arguments, new PrintStream(this.errors, true, StandardCharsets.UTF_8));
	}

}
