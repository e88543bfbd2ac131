package org.salon.localstack.run;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salon.localstack.process.FreePort;
import org.salon.localstack.process.JavaCommand;
import org.salon.localstack.process.Signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LauncherIT {

	private static final List<String> PARTS = List.of("kafka", "postgres", "mail", "registration-service",
			"notification-service", "archive-service");

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** Unpacking PostgreSQL anew for each test would cost more than all else. */
	@TempDir
	private static Path programs;

	@TempDir
	private Path folder;

	private final Map<String, String> variables = new HashMap<>();

	private Process launcher;

	@BeforeEach
	void buildsStandIns() throws Exception {
		for (Service service : Service.values()) {
			writeJar(new Project(this.folder).jar(service));
		}
		Path sample = new Project(this.folder).sampleInvitation();
		Files.createDirectories(sample.getParent());
		Files.writeString(sample, "# 44");
		Files.createDirectories(data().resolve("postgres"));
		Files.createSymbolicLink(data().resolve("postgres").resolve("programs"), programs);
		this.variables.put("SALON_DATA_DIR", data().toString());
		new Settings(Map.of()).ports()
			.keySet()
			.forEach((variable) -> this.variables.put(variable, Integer.toString(FreePort.any())));
	}

	@AfterEach
	void leavesNothingBehind() throws Exception {
		if (this.launcher != null && this.launcher.isAlive()) {
			this.launcher.destroy();
			assertThat(this.launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void startsAllImportsInvitationAndStopsCleanly() throws Exception {
		start();
		assertThat(get("/api/invitations")).startsWith("dryRun=false&announce=true&date=").hasLineCount(1);
		List<ProcessHandle> processes = PARTS.stream().map(this::process).toList();
		this.launcher.destroy();
		assertThat(this.launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(this.launcher.exitValue()).isZero();
		assertThat(processes).noneMatch(Signals::isRunning);
		start();
		assertThat(get("/api/invitations")).isEmpty();
	}

	@Test
	void startsDeadPartsAgain() throws Exception {
		start("--empty");
		List<ProcessHandle> killed = PARTS.stream().map(this::process).toList();
		killed.forEach(ProcessHandle::destroyForcibly);
		for (int i = 0; i < PARTS.size(); i++) {
			String part = PARTS.get(i);
			await(part + " comes back").atMost(PATIENCE).until(() -> output().contains(part + " is back"));
			assertThat(process(part)).isNotEqualTo(killed.get(i));
		}
		assertThat(get("/api/invitations")).isEmpty();
	}

	@Test
	void startsAfterKillAndLeavesNoOrphan() throws Exception {
		start("--empty");
		List<ProcessHandle> orphans = PARTS.stream().map(this::process).toList();
		this.launcher.destroyForcibly().waitFor();
		start("--empty");
		assertThat(orphans).noneMatch(Signals::isRunning);
	}

	@Test
	void refusesFolderOfAnotherRun() throws Exception {
		DataFolder.Hold other = new DataFolder(data()).hold().orElseThrow();
		this.launcher = launch();
		assertThat(this.launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.launcher.exitValue()).isOne();
		assertThat(output()).contains("already running", Long.toString(ProcessHandle.current().pid()));
		other.lock().release();
	}

	@Test
	void refusesTakenPortBeforeStartingAnything() throws Exception {
		try (ServerSocket taken = new ServerSocket(0)) {
			this.variables.put("SALON_ARCHIVE_PORT", Integer.toString(taken.getLocalPort()));
			this.launcher = launch();
			assertThat(this.launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
			assertThat(this.launcher.exitValue()).isOne();
			assertThat(output()).contains(Integer.toString(taken.getLocalPort()), "SALON_ARCHIVE_PORT");
			assertThat(data().resolve("logs").resolve("kafka.log")).doesNotExist();
		}
	}

	private void start(String... options) throws Exception {
		this.launcher = launch(options);
		await("ready").atMost(PATIENCE).until(() -> output().contains("Ctrl-C") || !this.launcher.isAlive());
		assertThat(output()).contains("Salon is ready");
	}

	private Process launch(String... options) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(JavaCommand.main("launcher@" + this.folder,
				List.of("-Xmx256m", "-Dsalon.home=" + this.folder), Main.class, options))
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output.txt").toFile());
		builder.environment().putAll(this.variables);
		return builder.start();
	}

	private String output() throws Exception {
		return Files.readString(this.folder.resolve("output.txt"));
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	private ProcessHandle process(String part) {
		try {
			String pid = Files.readString(new DataFolder(data()).pidFile(part)).strip();
			return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private String get(String path) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI address = URI.create("http://127.0.0.1:" + this.variables.get("SALON_REGISTRATION_PORT") + path);
			return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
		}
	}

	private static void writeJar(Path jar) throws Exception {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
		String entry = StandInService.class.getName().replace('.', '/') + ".class";
		Files.createDirectories(jar.getParent());
		try (OutputStream out = Files.newOutputStream(jar);
				JarOutputStream jarOut = new JarOutputStream(out, manifest);
				InputStream in = Objects
					.requireNonNull(StandInService.class.getClassLoader().getResourceAsStream(entry))) {
			jarOut.putNextEntry(new JarEntry(entry));
			in.transferTo(jarOut);
			jarOut.closeEntry();
		}
	}

}
