package org.salon.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What is in a backup; its last entry, so that a file that has it was written to its end.
 *
 * @param format raised when an older program could not read it any more
 * @param salon version of the program that wrote it
 * @param writtenAt when
 * @param databases what was in each
 * @param secrets names of those that are in the file, and SHA-256 of each entry
 * @param linkKey fingerprint of the key by which links in mails are signed; absent if it
 * was not known
 */
public record Manifest(int format, String salon, Instant writtenAt, List<Contents> databases,
		Map<String, String> secrets, @Nullable String linkKey) {

	/** The newest that this program writes and reads. */
	static final int FORMAT = 1;

	static final String ENTRY = "manifest.json";

	/** What was in that database. */
	Optional<Contents> database(String name) {
		return this.databases.stream().filter((contents) -> contents.name().equals(name)).findFirst();
	}

	/**
	 * What was in a database.
	 *
	 * @param name of the database
	 * @param versions the last migration of each schema
	 * @param tables with their rows
	 * @param sequences and how far they are
	 */
	public record Contents(String name, Map<String, String> versions, List<StoredTable> tables,
			List<Sequence> sequences) {

		Optional<StoredTable> table(String table) {
			return this.tables.stream().filter((stored) -> stored.name().equals(table)).findFirst();
		}

		String entry(StoredTable table) {
			return this.name + "/" + table.name() + ".copy";
		}

		long rows() {
			return this.tables.stream().mapToLong(StoredTable::rows).sum();
		}

	}

	/**
	 * A table in the file.
	 *
	 * @param name with its schema
	 * @param columns in the order of the entry
	 * @param rows how many
	 * @param sha256 of the entry
	 */
	public record StoredTable(String name, List<String> columns, long rows, String sha256) {
	}

	/**
	 * A sequence.
	 *
	 * @param name with its schema
	 * @param last value that it gave; absent if it gave none
	 */
	public record Sequence(String name, @Nullable Long last) {
	}

}
