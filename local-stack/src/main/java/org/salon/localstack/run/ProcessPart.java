package org.salon.localstack.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.salon.localstack.process.ChildProcess;
import org.salon.localstack.process.PidFile;

/** A Java program that tells over HTTP when it is ready. */
final class ProcessPart implements Part {

	private static final Duration STOP_GRACE = Duration.ofSeconds(30);

	private static final Duration START_PATIENCE = Duration.ofSeconds(180);

	private final String name;

	private final PidFile pidFile;

	private final Path log;

	private final List<String> command;

	private final Map<String, String> environment;

	private final URI health;

	private volatile @Nullable ChildProcess process;

	ProcessPart(String name, DataFolder data, List<String> command, Map<String, String> environment, URI health) {
		this.name = name;
		this.pidFile = new PidFile(data.pidFile(name), data.mark(name));
		this.log = data.log(name);
		this.command = command;
		this.environment = environment;
		this.health = health;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void stopOrphan() {
		this.pidFile.stopOrphan(STOP_GRACE);
	}

	@Override
	public void start() {
		stopOrphan();
		ChildProcess started = ChildProcess.start(this.name, this.command, this.environment, this.log);
		this.process = started;
		this.pidFile.write(started.pid());
		started.onExit().thenRun(() -> this.pidFile.clear(started.pid()));
		if (!new HealthProbe(this.health).awaitReady(started, START_PATIENCE)) {
			started.kill();
			throw new IllegalStateException(started.lastWords());
		}
	}

	@Override
	public CompletableFuture<?> onExit() {
		ChildProcess current = this.process;
		return (current != null) ? current.onExit() : new CompletableFuture<>();
	}

	@Override
	public void stop() {
		ChildProcess current = this.process;
		if (current != null) {
			current.stop(STOP_GRACE);
			this.pidFile.clear(current.pid());
		}
	}

}
