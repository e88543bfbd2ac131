package org.salon.localstack.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.salon.localstack.process.EmbeddedServer;
import org.salon.localstack.process.FreePort;
import org.salon.localstack.process.LogTail;
import org.salon.localstack.process.PidFile;
import org.salon.localstack.process.Secrets;
import org.salon.localstack.process.Signals;

/**
 * A real PostgreSQL 18 with the durability of a production server, in processes of its
 * own.
 *
 * <p>
 * It listens on 127.0.0.1 only, asks every role for its password, keeps its data in its
 * folder over restarts and {@code kill -9}, and ends with the JVM that started it.
 */
public final class PostgresServer implements EmbeddedServer {

	/** The role that may do everything. */
	public static final String SUPERUSER = "postgres";

	private static final Duration STOP_GRACE = Duration.ofSeconds(20);

	/** Long enough to replay the log after a crash under load. */
	private static final Duration START_PATIENCE = Duration.ofMinutes(2);

	private final Path folder;

	private final Path log;

	private final @Nullable Path programs;

	private final PidFile pidFile;

	private final int port;

	private @Nullable Running running;

	/**
	 * Prepares a server for tests, which shares its program files with others through the
	 * system's temporary folder; {@link #start()} starts it.
	 * @param folder for its data and password; made if missing
	 * @param port to listen on, 0 for any free one
	 */
	public PostgresServer(Path folder, int port) {
		this(folder, port, folder.resolve("postgres.pid"), folder.resolve("postgres.log"), null);
	}

	/**
	 * Prepares a server for long runs, whose program files stand in its own folder where
	 * nobody tidies them away.
	 * @param folder for its data and password; made if missing
	 * @param port to listen on, 0 for any free one
	 * @param pidFile holds the postmaster's pid while it runs
	 * @param log receives its output
	 */
	public PostgresServer(Path folder, int port, Path pidFile, Path log) {
		this(folder, port, pidFile, log, folder.toAbsolutePath().resolve("programs"));
	}

	private PostgresServer(Path folder, int port, Path pidFile, Path log, @Nullable Path programs) {
		this.programs = programs;
		this.folder = folder.toAbsolutePath();
		this.pidFile = new PidFile(pidFile, data().toString());
		this.log = log;
		this.port = FreePort.orAny(port);
	}

	/**
	 * {@inheritDoc}
	 * @throws IllegalStateException if it does not answer within two minutes; the message
	 * holds the end of its log
	 */
	@Override
	public synchronized PostgresServer start() {
		stopOrphan();
		try {
			Files.createDirectories(this.log.toAbsolutePath().getParent());
			EmbeddedPostgres server = launch(new Leftovers(data()).clusterName());
			ProcessHandle postmaster = new PidFile(data().resolve("postmaster.pid"), data().toString()).owner()
				.orElseThrow(() -> new IllegalStateException("PostgreSQL ended as soon as it had started"));
			this.running = Running.watch(server, postmaster);
			this.pidFile.write(postmaster.pid());
			this.running.exit().thenRun(() -> this.pidFile.clear(postmaster.pid()));
			new PasswordRule(data()).enforce(admin(), password());
			return this;
		}
		catch (IOException | IllegalStateException ex) {
			throw new IllegalStateException("PostgreSQL does not start (" + ex.getMessage() + "). It said last ("
					+ this.log + "):\n" + LogTail.of(this.log, 30), ex);
		}
	}

	private EmbeddedPostgres launch(String clusterName) throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(data())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(this.port)
			.setPGStartupWait(START_PATIENCE)
			.setConnectConfig("password", password())
			.setLocaleConfig("locale", "C")
			.setOutputRedirector(Redirect.appendTo(this.log.toFile()))
			.setErrorRedirector(Redirect.appendTo(this.log.toFile()));
		if (this.programs != null) {
			UnpackedPrograms.discardHalfDone(this.programs);
			builder.setOverrideWorkingDirectory(this.programs.toFile());
		}
		settings(clusterName).forEach(builder::setServerConfig);
		return builder.start();
	}

	/** The library that starts the server turns durability off unless told otherwise. */
	private static Map<String, String> settings(String clusterName) {
		return Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "max_connections", "200",
				"listen_addresses", "127.0.0.1", "unix_socket_directories", "''", "password_encryption",
				"scram-sha-256", "timezone", "UTC", "cluster_name", clusterName);
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	/** The port of whatever server runs on that folder, or ran last and was killed. */
	public static OptionalInt portOf(Path folder) {
		try {
			// The fourth line is the port; a server that is starting has not written it.
			return Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
				.stream()
				.skip(3)
				.limit(1)
				.mapToInt((line) -> Integer.parseInt(line.strip()))
				.findFirst();
		}
		catch (IOException | NumberFormatException ex) {
			return OptionalInt.empty();
		}
	}

	/** Port that it listens on. */
	public int port() {
		return this.port;
	}

	/** Password of {@link #SUPERUSER}, made at the first start. */
	public String password() {
		return new Secrets(this.folder).password("superuser.password");
	}

	/** Address of a database on it. */
	public String jdbcUrl(String database) {
		return admin().url(database);
	}

	/** Makes databases and roles on it, as {@link #SUPERUSER}. */
	public Databases admin() {
		return new Databases("jdbc:postgresql://127.0.0.1:" + this.port + "/", SUPERUSER, password());
	}

	/** Pid of the postmaster. */
	public long pid() {
		return running().postmaster().pid();
	}

	@Override
	public CompletableFuture<Void> onExit() {
		return running().exit();
	}

	@Override
	public void kill() {
		running().postmaster().destroyForcibly();
		running().exit().join();
	}

	@Override
	public synchronized void stop() {
		if (this.running != null) {
			Running.release(this.running.server());
			Signals.end(this.running.postmaster(), "INT", STOP_GRACE);
			this.running.exit().join();
			this.pidFile.clear(this.running.postmaster().pid());
		}
	}

	@Override
	public void stopOrphan() {
		new Leftovers(data()).stop(STOP_GRACE);
	}

	private Running running() {
		if (this.running == null) {
			throw new IllegalStateException("PostgreSQL has not been started");
		}
		return this.running;
	}

}
