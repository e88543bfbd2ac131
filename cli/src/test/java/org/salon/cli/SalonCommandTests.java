package org.salon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SalonCommandTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private final Map<String, String> environment = new HashMap<>(
			Map.of("SALON_REGISTRATION_URL", "http://127.0.0.1:1", "SALON_OPERATOR_PASSWORD", "secret"));

	@Test
	void tellsWhatItCanDo() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString()).contains("import", "announce", "list", "export", "redrive", "backup", "restore",
				"--json", "Exit codes:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "dance", "announce", "announce x", "import", "export", "export attendees",
			"export md 4", "export no", "redrive --all", "redrive --service x --all", "list --state gone",
			"redrive --service archive --all --id 4", "import a --date 2026-02-30" })
	void saysHowItIsUsedWhenItDoesNotUnderstand(String line) {
		assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString()).isNotBlank();
	}

	@Test
	void everyCommandTellsItsOptions() {
		for (String command : List.of("list", "import", "announce", "cancel", "export", "status", "dead-letters",
				"redrive")) {
			assertThat(run(command, "--help")).as(command).isZero();
		}
		assertThat(this.out.toString()).contains("--dry-run", "--announce", "--date", "--state", "--service");
	}

	@Test
	void tellsASilentServiceFromARefusal() {
		assertThat(run("list")).isEqualTo(ExitCode.UNAVAILABLE);
		assertThat(this.err.toString()).contains("registration-service does not answer at http://127.0.0.1:1");
	}

	@Test
	void asksForThePassword() {
		this.environment.remove("SALON_OPERATOR_PASSWORD");
		this.environment.put("SALON_DATA_DIR", "no-such-folder");
		assertThat(run("list")).isEqualTo(ExitCode.FORBIDDEN);
		assertThat(this.err.toString()).contains("SALON_OPERATOR_PASSWORD");
	}

	@Test
	void tellsWhichFileItCannotRead() {
		assertThat(run("import", "no-such-file.md")).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString()).contains("no-such-file.md");
	}

	@Test
	void saysEachFieldThatIsWrong() {
		assertThat(Problem.text("""
				{"detail": "Not as it has to be", "errors": [{"field": "date", "message": "no such day"}]}"""
			.getBytes())).isEqualTo("Not as it has to be\n  date: no such day");
		assertThat(Problem.text("<html>".getBytes())).isEmpty();
	}

	private int run(String... arguments) {
		return Main.run(List.of(arguments), this.environment, new PrintWriter(this.out, true),
				new PrintWriter(this.err, true));
	}

}
