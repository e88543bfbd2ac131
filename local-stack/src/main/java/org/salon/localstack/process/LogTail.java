package org.salon.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for messages about a part that failed. */
public final class LogTail {

	private static final int MOST_BYTES = 16 * 1024;

	private LogTail() {
	}

	/**
	 * The last lines of a file; empty if it cannot be read, since this is said while
	 * reporting something worse.
	 */
	public static String of(Path log, int lines) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long start = Math.max(0, file.length() - MOST_BYTES);
			byte[] end = new byte[(int) (file.length() - start)];
			file.seek(start);
			file.readFully(end);
			List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
			return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
		}
		catch (IOException ex) {
			return "";
		}
	}

}
