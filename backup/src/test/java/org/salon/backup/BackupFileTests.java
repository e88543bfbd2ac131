package org.salon.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.salon.backup.Manifest.Contents;
import org.salon.backup.Manifest.StoredTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BackupFileTests {

	private static final String ROWS = "1\tA. N. Other\n2\t王小明\n";

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void namesFile() {
		this.file = this.folder.resolve("club.zip");
	}

	@Test
	void readsWhatWasWritten() throws Exception {
		write(2, Manifest.FORMAT);
		try (BackupFile backup = BackupFile.open(this.file)) {
			assertThat(backup.contents("registration").rows()).isEqualTo(2);
			assertThat(backup.read("registration/public.member.copy"))
				.hasBinaryContent(ROWS.getBytes(StandardCharsets.UTF_8));
			assertThat(backup.secret("link.key")).isEqualTo("secret");
			assertThat(backup.isSignedWith("secret")).isTrue();
			assertThat(backup.isSignedWith("another")).isFalse();
		}
	}

	@Test
	void isForItsOwnerOnlyAndLeavesNothingBeside() throws Exception {
		write(2, Manifest.FORMAT);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.file))).isEqualTo("rw-------");
		assertThat(this.folder.toFile().list()).containsExactly("club.zip");
	}

	@Test
	void isNotThereBeforeItIsWhole() throws Exception {
		try (FileInTheMaking making = new FileInTheMaking(this.file, false)) {
			making.write("registration/public.member.copy", (out) -> out.write(1));
			assertThat(this.file).doesNotExist();
		}
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void takesThePlaceOfAnotherOnlyIfAsked() throws Exception {
		Files.writeString(this.file, "of last year");
		assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> write(2, Manifest.FORMAT))
			.withMessageContaining("--overwrite");
		assertThat(this.file).hasContent("of last year");
		write(2, Manifest.FORMAT, true);
		BackupFile.open(this.file).close();
	}

	@Test
	void refusesAnyFlippedBit() throws Exception {
		write(2, Manifest.FORMAT);
		byte[] whole = Files.readAllBytes(this.file);
		for (int i = 0; i < whole.length; i++) {
			byte[] damaged = whole.clone();
			damaged[i] ^= 1;
			Files.write(this.file, damaged);
			assertThatExceptionOfType(BackupFailed.class).as("byte " + i)
				.isThrownBy(() -> BackupFile.open(this.file))
				.withMessageMatching("(?s).*(damaged|no backup of Salon).*");
		}
	}

	@Test
	void refusesWhatIsCutOffAnywhere() throws Exception {
		write(2, Manifest.FORMAT);
		byte[] whole = Files.readAllBytes(this.file);
		for (int length = 0; length < whole.length; length++) {
			try (RandomAccessFile cut = new RandomAccessFile(this.file.toFile(), "rw")) {
				cut.setLength(0);
				cut.write(whole, 0, length);
			}
			assertThatExceptionOfType(BackupFailed.class).as(length + " bytes")
				.isThrownBy(() -> BackupFile.open(this.file));
		}
	}

	@Test
	void refusesRowsThatAreMissingThoughTheFileIsSealed() throws Exception {
		write(3, Manifest.FORMAT);
		assertRefused("registration/public.member.copy");
	}

	@Test
	void refusesFormatOfLaterReleases() throws Exception {
		write(2, Manifest.FORMAT + 1);
		assertRefused("newer Salon");
	}

	@Test
	void refusesWhatIsNoBackup() throws Exception {
		assertRefused("no file");
		Files.writeString(this.file, "Dear all,");
		assertRefused("no backup of Salon");
		try (ZipOutputStream other = new ZipOutputStream(Files.newOutputStream(this.file))) {
			other.putNextEntry(new ZipEntry("holiday.jpg"));
		}
		assertRefused("no backup of Salon");
	}

	private void assertRefused(String words) {
		assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> BackupFile.open(this.file))
			.withMessageContaining(words);
	}

	private void write(long rows, int format) throws Exception {
		write(rows, format, false);
	}

	private void write(long rows, int format, boolean overwrite) throws Exception {
		try (FileInTheMaking making = new FileInTheMaking(this.file, overwrite)) {
			String table = entry(making, "registration/public.member.copy", ROWS);
			String secret = entry(making, "secrets/link.key", "secret");
			Contents contents = new Contents("registration", Map.of("public", "8"),
					List.of(new StoredTable("public.member", List.of("id", "name"), rows, table)), List.of());
			Manifest manifest = new Manifest(format, "0", Instant.EPOCH, List.of(contents), Map.of("link.key", secret),
					Digests.fingerprint("secret"));
			entry(making, Manifest.ENTRY, BackupFile.JSON.writeValueAsString(manifest));
			making.complete();
		}
	}

	private static String entry(FileInTheMaking making, String name, String text) throws Exception {
		try {
			return making.write(name, (out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
