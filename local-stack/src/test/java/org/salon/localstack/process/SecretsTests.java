package org.salon.localstack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	private Path folder;

	@Test
	void keepsPasswordThatItMade() {
		String made = new Secrets(this.folder).password("operator");
		assertThat(made).matches("([a-z]{4}-){3}[a-z]{4}");
		assertThat(new Secrets(this.folder).password("operator")).isEqualTo(made);
		assertThat(new Secrets(this.folder).password("other")).isNotEqualTo(made);
	}

	@Test
	void makesKeyOf32Bytes() {
		assertThat(Base64.getDecoder().decode(new Secrets(this.folder).key("link"))).hasSize(32);
	}

	@Test
	void letsOnlyTheOwnerReadIt() throws Exception {
		new Secrets(this.folder).password("operator");
		assertThat(Files.getPosixFilePermissions(this.folder.resolve("operator")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

}
