package org.salon.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.salon.backup.Manifest.Contents;
import org.salon.backup.Manifest.StoredTable;

/**
 * Writes all that the club has into one file. The services may run; what they change
 * meanwhile is not in it.
 */
public final class BackupWriter {

	/** Name of the key by which links in mails are signed. */
	public static final String LINK_KEY = "link.key";

	private final SalonDatabases databases;

	private final Map<String, String> secrets;

	private final PrintStream out;

	/**
	 * Writes what is in these.
	 * @param databases of the services, which have been started once
	 * @param secrets that go into the file, by name
	 * @param out is told what is written
	 */
	public BackupWriter(SalonDatabases databases, Map<String, String> secrets, PrintStream out) {
		this.databases = databases;
		this.secrets = secrets;
		this.out = out;
	}

	/**
	 * Writes the file, which has its name once it is whole.
	 * @param overwrite whether it may take the place of another
	 * @throws BackupFailed if it cannot be written; then there is none
	 */
	public void write(Path file, boolean overwrite) {
		try (FileInTheMaking making = new FileInTheMaking(file.toAbsolutePath(), overwrite)) {
			write(making, versions());
		}
		catch (IOException | SQLException ex) {
			throw new BackupFailed("The backup cannot be written: " + String.valueOf(ex.getMessage()).strip(), ex);
		}
		this.out.println("Written: " + file
				+ (this.secrets.isEmpty() ? ", without secrets"
						: ", with secrets: " + String.join(", ", this.secrets.keySet()))
				+ ". Keep it where nobody else can read it.");
	}

	private void write(FileInTheMaking making, Map<String, Map<String, String>> versions)
			throws IOException, SQLException {
		try (Cut cut = Cut.through(this.databases)) {
			Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS);
			List<Contents> contents = new ArrayList<>();
			for (Database database : this.databases.readersFirst()) {
				contents.add(copy(making, database.name(), versions.getOrDefault(database.name(), Map.of()),
						cut.copy(database)));
			}
			Manifest manifest = new Manifest(Manifest.FORMAT, version(), moment, contents, writeSecrets(making),
					fingerprint(this.secrets.get(LINK_KEY)));
			making.write(Manifest.ENTRY,
					(out) -> out.write(BackupFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)));
			making.complete();
		}
	}

	private Map<String, Map<String, String>> versions() throws SQLException {
		Map<String, Map<String, String>> versions = new LinkedHashMap<>();
		for (Database database : this.databases.readersFirst()) {
			// Says better than Flyway why it cannot be reached.
			database.connect().close();
			Map<String, String> present = new Migrations(database).present();
			if (present.size() < 2) {
				throw new BackupFailed("There is nothing to back up: the database " + database.name()
						+ " has no tables of Salon yet.");
			}
			versions.put(database.name(), present);
		}
		return versions;
	}

	private Contents copy(FileInTheMaking making, String database, Map<String, String> versions, Connection copy)
			throws IOException, SQLException {
		Schema schema = Schema.of(copy);
		List<StoredTable> stored = new ArrayList<>();
		for (Map.Entry<String, List<String>> table : schema.tables().entrySet()) {
			long[] rows = new long[1];
			String name = database + "/" + table.getKey() + ".copy";
			String sql = "copy " + table.getKey() + " (" + String.join(", ", table.getValue()) + ") to stdout";
			String sha256 = making.write(name, (out) -> rows[0] = copyOut(copy, sql, out));
			stored.add(new StoredTable(table.getKey(), table.getValue(), rows[0], sha256));
		}
		Contents contents = new Contents(database, versions, stored, Schema.sequences(copy));
		this.out.printf("  %-14s %d tables, %d rows%n", database, stored.size(), contents.rows());
		return contents;
	}

	private static long copyOut(Connection copy, String sql, OutputStream out) throws SQLException, IOException {
		return copy.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
	}

	private Map<String, String> writeSecrets(FileInTheMaking making) throws IOException, SQLException {
		Map<String, String> written = new LinkedHashMap<>();
		for (Map.Entry<String, String> secret : this.secrets.entrySet()) {
			written.put(secret.getKey(), making.write(BackupFile.secretEntry(secret.getKey()),
					(out) -> out.write(secret.getValue().getBytes(StandardCharsets.UTF_8))));
		}
		return written;
	}

	private static @Nullable String fingerprint(@Nullable String linkKey) {
		return (linkKey != null) ? Digests.fingerprint(linkKey) : null;
	}

	static String version() {
		String version = BackupWriter.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "unknown";
	}

}
