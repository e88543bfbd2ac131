package org.salon.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator scripts with {@code ./salon}. Its salons are 3901 and 3902. */
@Order(2)
class CommandLineIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static RunningSystem system;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		system = SharedSystem.get();
	}

	@Test
	void importsAnnouncesListsAndExports() throws Exception {
		Path invitation = Files.writeString(this.folder.resolve("invitation.md"),
				"# 第 3901 期邀请函\n+ 活动主题：By command\n+ 活动时间：2090年06月11日19：30-21：30\n");
		assertThat(run(0, "import", invitation.toString(), "--dry-run"))
			.contains("Would import salon 3901: By command");
		assertThat(json(0, "list", "--query", "3901")).isEmpty();
		assertThat(run(0, "import", invitation.toString())).contains("Imported salon 3901: By command");
		JsonNode drafted = json(0, "list", "--query", "By command", "--state", "draft");
		assertThat(drafted).hasSize(1);
		assertThat(drafted.get(0).path("status").asString()).isEqualTo("DRAFT");
		assertThat(run(0, "announce", "3901")).contains("Announced salon 3901: By command");
		assertThat(run(0, "list", "--query", "3901"))
			.containsPattern("3901 +2090-06-11 19:30 +announced +0 +By command");
		assertThat(run(0, "export", "attendees", "3901")).contains("name,email");
		Path archive = this.folder.resolve("archive.json");
		run(0, "export", "json", "-o", archive.toString());
		assertThat(JSON.readTree(archive.toFile()).isObject()).isTrue();
		assertThat(run(0, "cancel", "3901")).contains("Called off salon 3901");
	}

	@Test
	void tellsScriptsHowItWentByTheExitCode() throws Exception {
		assertThat(json(0, "status")).hasSize(3)
			.allSatisfy((service) -> assertThat(service.path("status").asString()).isEqualTo("UP"));
		assertThat(run(1, "announce", "3902")).contains("3902");
		assertThat(run(2, "announce")).contains("Usage:");
		assertThat(run(4, List.of("SALON_OPERATOR_PASSWORD=wrong"), "list")).contains("password");
		assertThat(run(0, "redrive", "--service", "archive", "--all")).isEmpty();
		assertThat(run(0, "--help")).contains("Exit codes");
	}

	private JsonNode json(int exitCode, String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--json");
		return JSON.readTree(run(exitCode, all.toArray(String[]::new)));
	}

	private String run(int exitCode, String... arguments) throws Exception {
		return run(exitCode, List.of(), arguments);
	}

	private String run(int exitCode, List<String> settings, String... arguments)
			throws IOException, InterruptedException {
		List<String> line = new ArrayList<>(List.of("bash", Path.of("..", "salon").toString()));
		line.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
		builder.environment().put("SALON_REGISTRATION_URL", system.registration());
		builder.environment().put("SALON_NOTIFICATION_URL", system.notification());
		builder.environment().put("SALON_ARCHIVE_URL", system.archive());
		builder.environment().put("SALON_OPERATOR_PASSWORD", RunningSystem.PASSWORD);
		settings.forEach((setting) -> {
			String[] parts = setting.split("=", 2);
			builder.environment().put(parts[0], parts[1]);
		});
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(said).isEqualTo(exitCode);
		return said;
	}

}
