package org.salon.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.salon.backup.Manifest.Contents;
import org.salon.backup.Manifest.StoredTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup that is whole: every byte of it is as it was written, and what the manifest
 * tells of is there.
 *
 * <p>
 * It is a ZIP file. Its comment is the SHA-256 of the file, with zeros where that stands:
 * so a change in ZIP's own fields is found too, and any program can unpack it.
 */
public final class BackupFile implements AutoCloseable {

	static final JsonMapper JSON = JsonMapper.builder().build();

	static final String UNSEALED = "0".repeat(Digests.LENGTH);

	private final ZipFile zip;

	private final Manifest manifest;

	private BackupFile(ZipFile zip, Manifest manifest) {
		this.zip = zip;
		this.manifest = manifest;
	}

	/**
	 * Opens a backup and reads all of it once.
	 * @throws BackupFailed if it is none, or not whole
	 */
	@SuppressWarnings("resource")
	public static BackupFile open(Path file) {
		if (!Files.isRegularFile(file)) {
			throw new BackupFailed("There is no file " + file + ".");
		}
		try {
			return open(file, zip(file));
		}
		catch (IOException ex) {
			throw new BackupFailed(file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static ZipFile zip(Path file) throws IOException {
		try {
			return new ZipFile(file.toFile());
		}
		catch (ZipException | EOFException ex) {
			throw new BackupFailed(
					beginsLikeOne(file) ? file + " is damaged or cut off: it does not end as a backup does."
							: file + " is no backup of Salon.",
					ex);
		}
	}

	private static boolean beginsLikeOne(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PK\3\4");
		}
	}

	private static BackupFile open(Path file, ZipFile zip) throws IOException {
		try {
			String comment = zip.getComment();
			if (comment == null || comment.length() != Digests.LENGTH || zip.getEntry(Manifest.ENTRY) == null) {
				throw new BackupFailed(file + " is no backup of Salon.");
			}
			if (!comment.equals(seal(file))) {
				throw new BackupFailed(file + " is damaged: it is not as it was written.");
			}
			BackupFile backup = new BackupFile(zip, manifest(file, zip));
			backup.check();
			return backup;
		}
		catch (IOException | RuntimeException ex) {
			zip.close();
			throw ex;
		}
	}

	private static Manifest manifest(Path file, ZipFile zip) throws IOException {
		try (InputStream in = zip.getInputStream(zip.getEntry(Manifest.ENTRY))) {
			byte[] json = in.readAllBytes();
			int format = JSON.readTree(json).path("format").asInt(0);
			if (format > Manifest.FORMAT) {
				throw new BackupFailed("%s was written by a newer Salon: its format is %d, and this one reads up to %d."
					.formatted(file, format, Manifest.FORMAT));
			}
			return JSON.readValue(json, Manifest.class);
		}
		catch (JacksonException ex) {
			throw new BackupFailed(file + " is no backup of Salon: its manifest cannot be read.", ex);
		}
	}

	/** What {@link #open} compares with the comment. */
	static String seal(Path file) throws IOException {
		MessageDigest digest = Digests.begin();
		long left = Files.size(file) - Digests.LENGTH;
		byte[] buffer = new byte[1 << 16];
		try (InputStream in = Files.newInputStream(file)) {
			while (left > 0) {
				int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
				if (count < 0) {
					throw new IOException("it became shorter while it was read");
				}
				digest.update(buffer, 0, count);
				left -= count;
			}
		}
		digest.update(UNSEALED.getBytes(StandardCharsets.US_ASCII));
		return Digests.end(digest);
	}

	private void check() throws IOException {
		for (Contents contents : this.manifest.databases()) {
			for (StoredTable table : contents.tables()) {
				check(contents.entry(table), table.sha256(), table.rows());
			}
		}
		for (Map.Entry<String, String> secret : this.manifest.secrets().entrySet()) {
			check(secretEntry(secret.getKey()), secret.getValue(), -1);
		}
	}

	/** In the text format of COPY a line is a row: a break within a value is escaped. */
	private void check(String entry, String sha256, long rows) throws IOException {
		MessageDigest digest = Digests.begin();
		long lines = 0;
		byte[] buffer = new byte[1 << 16];
		try (InputStream in = read(entry)) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				digest.update(buffer, 0, count);
				for (int i = 0; i < count; i++) {
					lines += (buffer[i] == '\n') ? 1 : 0;
				}
			}
		}
		if (!Digests.end(digest).equals(sha256) || (rows >= 0 && lines != rows)) {
			throw new BackupFailed("The backup is damaged: " + entry + " is not what the manifest says.");
		}
	}

	/** What is in it. */
	public Manifest manifest() {
		return this.manifest;
	}

	/** What was in that database. */
	Contents contents(String database) {
		return this.manifest.database(database)
			.orElseThrow(() -> new BackupFailed("The backup is without the database " + database + "."));
	}

	InputStream read(String name) throws IOException {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw new BackupFailed("The backup is damaged: " + name + " is missing.");
		}
		return new BufferedInputStream(Objects.requireNonNull(this.zip.getInputStream(entry)), 1 << 16);
	}

	/**
	 * A secret that is in it.
	 * @throws BackupFailed if it is not
	 */
	public String secret(String name) {
		try (InputStream in = read(secretEntry(name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new BackupFailed("The backup cannot be read: " + ex.getMessage(), ex);
		}
	}

	/** Whether links of the club are signed with that key, as far as is known. */
	public boolean isSignedWith(String linkKey) {
		String written = this.manifest.linkKey();
		return written == null || written.equals(Digests.fingerprint(linkKey));
	}

	@Override
	public void close() {
		try {
			this.zip.close();
		}
		catch (IOException ex) {
			throw new BackupFailed("The backup cannot be closed: " + ex.getMessage(), ex);
		}
	}

	static String secretEntry(String name) {
		return "secrets/" + name;
	}

}
