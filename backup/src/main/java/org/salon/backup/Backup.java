package org.salon.backup;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Backs up and restores databases that environment variables name, beside containers or a
 * PostgreSQL of one's own; {@code ./run} does it for the local stack.
 */
public final class Backup {

	private static final String USAGE = """
			Usage: java -jar backup-standalone.jar backup FILE [--overwrite]
			       java -jar backup-standalone.jar restore FILE [--replace] [--send-due]

			SALON_POSTGRES_URL   JDBC address of the server with the databases registration, notification and archive,
			                     as jdbc:postgresql://localhost:5432/; or SALON_REGISTRATION_DB_URL, … for each
			SALON_REGISTRATION_DB_USER, …   owners of the tables; registration, notification, archive if not set
			SALON_REGISTRATION_DB_PASSWORD, …
			SALON_LINK_KEY   goes into the file; on restoring it has to be that of the backup
			""";

	/** Held on to, so that its level stays. */
	private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

	private final Map<String, String> environment;

	private final PrintStream out;

	Backup(Map<String, String> environment, PrintStream out) {
		this.environment = environment;
		this.out = out;
	}

	/** Exits with 0, with 1 if it cannot be done, and with 2 if nobody knows what. */
	public static void main(String[] arguments) {
		System.exit(new Backup(System.getenv(), System.out).run(List.of(arguments), System.err));
	}

	/** Returns the exit code. */
	int run(List<String> arguments, PrintStream errors) {
		FLYWAY.setLevel(Level.WARNING);
		Optional<BackupArguments> asked = BackupArguments.of(arguments);
		if (asked.isEmpty()) {
			errors.print(USAGE);
			return 2;
		}
		try {
			run(asked.get());
			return 0;
		}
		catch (BackupFailed ex) {
			errors.println(ex.getMessage());
			return 1;
		}
	}

	private void run(BackupArguments asked) {
		if (asked.restores()) {
			restore(asked);
		}
		else {
			Map<String, String> secrets = linkKey().map((key) -> Map.of(BackupWriter.LINK_KEY, key)).orElse(Map.of());
			new BackupWriter(databases(), secrets, this.out).write(asked.file(), asked.has("--overwrite"));
		}
	}

	private void restore(BackupArguments asked) {
		try (BackupFile file = BackupFile.open(asked.file())) {
			checkLinkKey(file.manifest());
			new Restore(databases(), asked.has("--replace"), asked.has("--send-due"), this.out).run(file);
		}
		this.out.println("Restored. The topics of Salon have to be empty when the services start: "
				+ "delete them if this broker has served before.");
	}

	private void checkLinkKey(Manifest manifest) {
		String written = manifest.linkKey();
		String here = linkKey().map(Digests::fingerprint).orElse("none");
		if (written != null && !written.equals(here)) {
			throw new BackupFailed(("SALON_LINK_KEY is not that of the backup (fingerprint %s, here %s): links in mails"
					+ " already sent would not work. It is in the file: unzip -p FILE secrets/%s")
				.formatted(written, here, BackupWriter.LINK_KEY));
		}
	}

	private Optional<String> linkKey() {
		return Optional.ofNullable(this.environment.get("SALON_LINK_KEY")).filter((key) -> !key.isBlank());
	}

	private SalonDatabases databases() {
		return new SalonDatabases(database("registration"), database("notification"), database("archive"));
	}

	private Database database(String name) {
		String prefix = "SALON_" + name.toUpperCase(Locale.ROOT) + "_DB_";
		String server = this.environment.get("SALON_POSTGRES_URL");
		String url = this.environment.get(prefix + "URL");
		if (url == null && server == null) {
			throw new BackupFailed("Neither SALON_POSTGRES_URL nor " + prefix + "URL is set: where are the databases?");
		}
		return new Database(name, (url != null) ? url : server + name,
				this.environment.getOrDefault(prefix + "USER", name),
				this.environment.getOrDefault(prefix + "PASSWORD", ""));
	}

}
