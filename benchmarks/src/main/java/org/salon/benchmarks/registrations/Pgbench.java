package org.salon.benchmarks.registrations;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.salon.benchmarks.system.DatabaseLogin;

/** PostgreSQL's own load generator. */
final class Pgbench implements InsertLimit {

	/** Where distributions put it when it is not on the path. */
	private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

	private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);

	private static final Pattern RETURNING = Pattern.compile(" returning \\w+ as \\w+$");

	private final Path program;

	private final DatabaseLogin login;

	private final Path folder;

	Pgbench(Path program, DatabaseLogin login, Path folder) {
		this.program = program;
		this.login = login;
		this.folder = folder;
	}

	/** The program on the path, else the newest that is installed. */
	static Optional<Path> find() {
		Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.map(Path::of);
		return Stream.concat(onPath, installed().stream())
			.map((directory) -> directory.resolve("pgbench"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static List<Path> installed() {
		if (!Files.isDirectory(VERSIONS)) {
			return List.of();
		}
		try (Stream<Path> versions = Files.list(VERSIONS)) {
			return versions.sorted(Comparator.reverseOrder()).map((version) -> version.resolve("bin")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String name() {
		return "pgbench";
	}

	@Override
	public double perSecond(List<String> inserts, int clients, Duration duration) throws InterruptedException {
		try {
			Path script = this.folder.resolve("registration.sql");
			Path output = this.folder.resolve("pgbench.log");
			Files.writeString(script, script(inserts));
			run(List.of(this.program.toString(), "--no-vacuum", "--protocol=prepared", "--client=" + clients,
					"--jobs=2", "--time=" + duration.toSeconds(), "--file=" + script, "--host=127.0.0.1",
					"--port=" + this.login.port(), "--username=" + this.login.user(), LimitTables.DATABASE), output,
					duration);
			return rate(Files.readString(output));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String script(List<String> inserts) {
		List<String> lines = new ArrayList<>(List.of("begin;"));
		for (String insert : inserts) {
			// What a statement returns, the later ones use.
			lines.add(insert + (RETURNING.matcher(insert).find() ? " \\gset" : ";"));
		}
		lines.add("commit;");
		return String.join("\n", lines) + "\n";
	}

	/** Reads what pgbench prints at its end. */
	static double rate(String output) {
		Matcher matcher = RATE.matcher(output);
		if (!matcher.find() || output.toLowerCase(Locale.ROOT).contains("aborted")) {
			throw new IllegalStateException("pgbench did not do its work:\n" + output);
		}
		return Double.parseDouble(matcher.group(1));
	}

	private void run(List<String> command, Path output, Duration duration) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().put("PGPASSWORD", this.login.password());
		Process process = builder.start();
		Thread end = new Thread(process::destroy);
		Runtime.getRuntime().addShutdownHook(end);
		try {
			if (!process.waitFor(duration.toSeconds() + 60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IllegalStateException("pgbench failed:\n" + Files.readString(output));
			}
		}
		finally {
			process.destroy();
		}
		Runtime.getRuntime().removeShutdownHook(end);
	}

}
