package org.salon.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.salon.localstack.process.PidFile;
import org.salon.localstack.process.Secrets;

/** Where everything that outlives a run is kept, and who may use it. */
record DataFolder(Path root) {

	/** Holds the folder for this JVM; a killed one lets go too. */
	record Hold(FileChannel channel, FileLock lock) {

		/** Lets others have it. */
		void release() {
			try {
				this.channel.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot let go of the data folder", ex);
			}
		}

	}

	DataFolder {
		root = root.toAbsolutePath().normalize();
	}

	Path folder(String name) {
		return this.root.resolve(name);
	}

	Path pidFile(String part) {
		return this.root.resolve("run").resolve(part + ".pid");
	}

	Path log(String part) {
		return this.root.resolve("logs").resolve(part + ".log");
	}

	/** Text that stands in the command line of this part of this folder only. */
	String mark(String part) {
		return part + "@" + this.root;
	}

	Secrets secrets() {
		return new Secrets(this.root.resolve("secrets"));
	}

	/** Takes the folder, unless another run has it. */
	Optional<Hold> hold() {
		try {
			Files.createDirectories(this.root.resolve("run"));
			FileChannel channel = FileChannel.open(this.root.resolve("run").resolve("run.lock"),
					StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			if (lock == null) {
				channel.close();
				return Optional.empty();
			}
			new PidFile(pidFile("run"), "").write(ProcessHandle.current().pid());
			return Optional.of(new Hold(channel, lock));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot use the data folder " + this.root, ex);
		}
	}

	/** Removes the supervisor's own pid file at the end. */
	void release() {
		new PidFile(pidFile("run"), "").clear(ProcessHandle.current().pid());
	}

	String holder() {
		return new PidFile(pidFile("run"), "").pid().map(String::valueOf).orElse("unknown");
	}

	boolean isMarked(String name) {
		return Files.exists(this.root.resolve(name));
	}

	void mark(String name, String content) {
		try {
			Files.writeString(this.root.resolve(name), content + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write to the data folder " + this.root, ex);
		}
	}

}
