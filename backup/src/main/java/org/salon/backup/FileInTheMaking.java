package org.salon.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup that is being written, under another name until it is whole and on the disk.
 * Only its owner can read it: it has names, addresses and secrets.
 */
final class FileInTheMaking implements AutoCloseable {

	private final Path file;

	private final Path part;

	private final boolean overwrite;

	private final ZipOutputStream zip;

	/** What to write into an entry. */
	interface Content {

		void writeTo(OutputStream out) throws IOException, SQLException;

	}

	FileInTheMaking(Path file, boolean overwrite) throws IOException {
		this.file = file;
		this.overwrite = overwrite;
		refuseToOverwrite();
		this.part = file.resolveSibling(file.getFileName() + ".part");
		Files.deleteIfExists(this.part);
		Files.createFile(this.part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(this.part), 1 << 16));
		this.zip.setLevel(Deflater.BEST_SPEED);
		this.zip.setComment(BackupFile.UNSEALED);
	}

	private void refuseToOverwrite() {
		if (!this.overwrite && Files.exists(this.file)) {
			throw new BackupFailed(this.file + " is there already. Name another file, or say --overwrite.");
		}
	}

	/** Writes an entry and returns its SHA-256. */
	String write(String name, Content content) throws IOException, SQLException {
		MessageDigest digest = Digests.begin();
		this.zip.putNextEntry(new ZipEntry(name));
		content.writeTo(new DigestOutputStream(this.zip, digest));
		this.zip.closeEntry();
		return Digests.end(digest);
	}

	/** Gives the file its seal and its name. */
	void complete() throws IOException {
		this.zip.close();
		byte[] seal = BackupFile.seal(this.part).getBytes(StandardCharsets.US_ASCII);
		try (RandomAccessFile end = new RandomAccessFile(this.part.toFile(), "rw")) {
			end.seek(end.length() - seal.length);
			end.write(seal);
			end.getFD().sync();
		}
		refuseToOverwrite();
		Files.move(this.part, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Leaves nothing behind if it was not completed. */
	@Override
	public void close() throws IOException {
		try {
			this.zip.close();
		}
		finally {
			Files.deleteIfExists(this.part);
		}
	}

}
