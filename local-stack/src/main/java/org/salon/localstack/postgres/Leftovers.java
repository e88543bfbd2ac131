package org.salon.localstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.salon.localstack.process.PidFile;
import org.salon.localstack.process.Signals;

/**
 * What an earlier run may have left of a PostgreSQL: a postmaster without its parent, or
 * backends without their postmaster.
 *
 * <p>
 * Backends are known by the cluster's name, which PostgreSQL shows in their process
 * titles. A second postmaster beside living backends would corrupt the data, so
 * PostgreSQL refuses to start until they are gone.
 */
final class Leftovers {

	private final Path data;

	Leftovers(Path data) {
		this.data = data;
	}

	/** A name that no other data folder has. */
	String clusterName() {
		return "salon-" + Integer.toHexString(this.data.toString().hashCode());
	}

	void stop(Duration grace) {
		PidFile postmaster = new PidFile(this.data.resolve("postmaster.pid"), this.data.toString());
		postmaster.owner().ifPresent((process) -> Signals.end(process, "INT", grace));
		List<ProcessHandle> backends = ProcessHandle.allProcesses().filter(this::isBackend).toList();
		backends.forEach((backend) -> Signals.end(backend, "QUIT", grace));
		forgetStranger(postmaster);
	}

	private boolean isBackend(ProcessHandle process) {
		return process.info()
			.commandLine()
			.filter((line) -> line.startsWith("postgres: " + clusterName() + ":"))
			.isPresent();
	}

	/** PostgreSQL takes any living process with the old pid for its own postmaster. */
	private void forgetStranger(PidFile postmaster) {
		if (postmaster.pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).isPresent()) {
			try {
				Files.deleteIfExists(this.data.resolve("postmaster.pid"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot remove the stale pid file of PostgreSQL", ex);
			}
		}
	}

}
