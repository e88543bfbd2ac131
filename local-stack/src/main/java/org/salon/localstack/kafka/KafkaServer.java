package org.salon.localstack.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.salon.localstack.process.ChildProcess;
import org.salon.localstack.process.EmbeddedServer;
import org.salon.localstack.process.FreePort;
import org.salon.localstack.process.JavaCommand;
import org.salon.localstack.process.PidFile;

/**
 * A real Kafka broker (KRaft, broker and controller in one) as a process of its own.
 *
 * <p>
 * It listens on 127.0.0.1 only, keeps its records in its folder over restarts and
 * {@code kill -9}, creates no topic by itself, and ends with the JVM that started it.
 * After {@link #kill()} it can be started again at the same port; that takes about five
 * seconds.
 */
public final class KafkaServer implements EmbeddedServer {

	private static final Duration STOP_GRACE = Duration.ofSeconds(20);

	private static final Duration START_PATIENCE = Duration.ofMinutes(2);

	/** Classes as the JVM has them in memory, written when the broker stops. */
	private static final String CLASS_ARCHIVE = "classes.jsa";

	private final List<String> tuning;

	private final Path folder;

	private final Path log;

	private final PidFile pidFile;

	private final String mark;

	private final int port;

	private volatile @Nullable ChildProcess process;

	/**
	 * Prepares a broker for tests, which is compiled less so that it starts with half the
	 * work; {@link #start()} starts it.
	 * @param folder for its settings and data; made if missing
	 * @param port to listen on, 0 for any free one
	 */
	public KafkaServer(Path folder, int port) {
		this(folder, port, folder.resolve("kafka.pid"), folder.resolve("kafka.log"),
				List.of("-XX:TieredStopAtLevel=1"));
	}

	/**
	 * Prepares a broker for long runs at full speed. Its second start is quicker than its
	 * first.
	 * @param folder for its settings and data; made if missing
	 * @param port to listen on, 0 for any free one
	 * @param pidFile holds the pid while it runs
	 * @param log receives its output
	 */
	public KafkaServer(Path folder, int port, Path pidFile, Path log) {
		this(folder, port, pidFile, log, JavaCommand.classArchive(folder.resolve(CLASS_ARCHIVE)));
	}

	private KafkaServer(Path folder, int port, Path pidFile, Path log, List<String> tuning) {
		this.tuning = tuning;
		this.folder = folder.toAbsolutePath();
		this.mark = "kafka@" + this.folder;
		this.pidFile = new PidFile(pidFile, this.mark);
		this.log = log;
		this.port = FreePort.orAny(port);
	}

	/**
	 * {@inheritDoc}
	 * @throws IllegalStateException if it ends or does not answer within two minutes; the
	 * message holds the end of its log
	 */
	@Override
	public KafkaServer start() {
		stopOrphan();
		ChildProcess started = ChildProcess.start("kafka", command(writeSettings()), Map.of(), this.log);
		this.process = started;
		this.pidFile.write(started.pid());
		started.onExit().thenRun(() -> this.pidFile.clear(started.pid()));
		if (!new BrokerProbe(this.port, data()).awaitReady(started, START_PATIENCE)) {
			started.kill();
			forgetClassArchive();
			throw new IllegalStateException("Kafka does not start. " + started.lastWords());
		}
		return this;
	}

	private List<String> command(Path settings) {
		List<String> options = new ArrayList<>(List.of("-Xms128m", "-Xmx256m"));
		options.addAll(this.tuning);
		return JavaCommand.main(this.mark, options, BrokerProcess.class, settings.toString(), data().toString());
	}

	/**
	 * One that was cut short by a crash must not stand in the way of every next start.
	 */
	private void forgetClassArchive() {
		try {
			Files.deleteIfExists(this.folder.resolve(CLASS_ARCHIVE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot remove " + this.folder.resolve(CLASS_ARCHIVE), ex);
		}
	}

	private Path writeSettings() {
		try {
			Files.createDirectories(this.folder);
			Path settings = this.folder.resolve("server.properties");
			try (var out = Files.newBufferedWriter(settings)) {
				BrokerSettings.of(this.port, FreePort.any(), data()).store(out, null);
			}
			return settings;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the broker's settings", ex);
		}
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	/** Address for clients, as {@code host:port}. */
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	/** Pid of the running broker. */
	public long pid() {
		return running().pid();
	}

	@Override
	public CompletableFuture<Integer> onExit() {
		return running().onExit();
	}

	@Override
	public void kill() {
		running().kill();
	}

	@Override
	public void stop() {
		ChildProcess current = this.process;
		if (current != null) {
			current.stop(STOP_GRACE);
			this.pidFile.clear(current.pid());
		}
	}

	@Override
	public void stopOrphan() {
		this.pidFile.stopOrphan(STOP_GRACE);
	}

	private ChildProcess running() {
		ChildProcess current = this.process;
		if (current == null) {
			throw new IllegalStateException("Kafka has not been started");
		}
		return current;
	}

}
