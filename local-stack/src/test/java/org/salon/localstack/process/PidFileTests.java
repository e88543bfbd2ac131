package org.salon.localstack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTests {

	private static final String JAVA = "java";

	private final long own = ProcessHandle.current().pid();

	@TempDir
	private Path folder;

	@Test
	void knowsLivingProcessWithItsMark() {
		PidFile file = new PidFile(this.folder.resolve("part.pid"), JAVA);
		file.write(this.own);
		assertThat(file.owner()).contains(ProcessHandle.current());
	}

	@Test
	void takesProcessWithoutItsMarkForStranger() {
		PidFile file = new PidFile(this.folder.resolve("part.pid"), "kafka@" + this.folder);
		file.write(this.own);
		assertThat(file.owner()).isEmpty();
		assertThat(file.stopOrphan(Duration.ofSeconds(1))).isFalse();
		assertThat(ProcessHandle.current().isAlive()).isTrue();
	}

	@Test
	void takesProcessYoungerThanFileForStranger() throws Exception {
		Path path = this.folder.resolve("part.pid");
		PidFile file = new PidFile(path, JAVA);
		file.write(this.own);
		Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
		assertThat(file.owner()).isEmpty();
	}

	@Test
	void readsNothingFromMissingOrDamagedFile() throws Exception {
		Path path = this.folder.resolve("part.pid");
		PidFile file = new PidFile(path, JAVA);
		assertThat(file.owner()).isEmpty();
		Files.writeString(path, "no number\n");
		assertThat(file.owner()).isEmpty();
	}

	@Test
	void leavesFileThatNamesSuccessor() {
		PidFile file = new PidFile(this.folder.resolve("part.pid"), JAVA);
		file.write(this.own);
		file.clear(this.own + 1);
		assertThat(file.pid()).contains(this.own);
		file.clear(this.own);
		assertThat(file.pid()).isEmpty();
	}

}
