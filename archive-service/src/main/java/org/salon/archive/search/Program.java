package org.salon.archive.search;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.system.ApplicationHome;
import org.springframework.stereotype.Component;

/** The program that runs: another one may say the same archive in other bytes. */
@Component
class Program {

	private final String version = checksum(new ApplicationHome(Program.class).getSource());

	/** The same wherever the same file runs. */
	String version() {
		return this.version;
	}

	private static String checksum(@Nullable File source) {
		if (source == null || !source.isFile()) {
			return "unpacked";
		}
		try (InputStream file = Files.newInputStream(source.toPath());
				CheckedInputStream checked = new CheckedInputStream(file, new CRC32())) {
			checked.transferTo(OutputStream.nullOutputStream());
			return Long.toHexString(checked.getChecksum().getValue());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
