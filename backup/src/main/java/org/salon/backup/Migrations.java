package org.salon.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The tables of a service and of messaging in its database, by the same migrations that
 * the service runs when it starts.
 */
final class Migrations {

	/** In the order in which a service makes them. */
	private static final String[] SCHEMAS = { "messaging", "public" };

	private final Database database;

	private final Map<String, String> present = new LinkedHashMap<>();

	private final Map<String, String> newest = new LinkedHashMap<>();

	/** Looks at what is there now. */
	Migrations(Database database) {
		this.database = database;
		for (String schema : SCHEMAS) {
			look(schema);
		}
	}

	private void look(String schema) {
		try {
			MigrationInfoService migrations = flyway(schema, MigrationVersion.LATEST).info();
			MigrationInfo current = migrations.current();
			if (current != null && current.getVersion() != null) {
				this.present.put(schema, current.getVersion().getVersion());
			}
			for (MigrationInfo migration : migrations.all()) {
				if (migration.getVersion() != null && migration.getState().isResolved()) {
					this.newest.put(schema, migration.getVersion().getVersion());
				}
			}
		}
		catch (FlywayException ex) {
			throw unusable(ex);
		}
	}

	/** The last migration of each schema here; without those that have none. */
	Map<String, String> present() {
		return this.present;
	}

	/** The last migration of each schema that this program knows. */
	Map<String, String> newest() {
		return this.newest;
	}

	/** Makes the tables as they are at these versions. */
	void migrate(Map<String, String> versions) {
		try {
			for (String schema : SCHEMAS) {
				flyway(schema, MigrationVersion.fromVersion(Objects.requireNonNull(versions.get(schema)))).migrate();
			}
		}
		catch (FlywayException ex) {
			throw unusable(ex);
		}
	}

	/** Removes all tables. */
	void clean() {
		for (String schema : SCHEMAS) {
			flyway(schema, MigrationVersion.LATEST).clean();
		}
	}

	/** Whether one of the first is newer than that of the second. */
	static boolean newer(Map<String, String> first, Map<String, String> second) {
		return first.entrySet()
			.stream()
			.anyMatch((version) -> second.containsKey(version.getKey())
					&& MigrationVersion.fromVersion(version.getValue())
						.isNewerThan(Objects.requireNonNull(second.get(version.getKey()))));
	}

	private Flyway flyway(String schema, MigrationVersion target) {
		String folder = schema.equals("public") ? this.database.name() : schema;
		return Flyway.configure(Migrations.class.getClassLoader())
			.dataSource(this.database.url(), this.database.user(), this.database.password())
			.schemas(schema)
			.createSchemas(true)
			.cleanDisabled(false)
			.target(target)
			.locations("classpath:org/salon/backup/" + folder)
			.load();
	}

	private BackupFailed unusable(FlywayException ex) {
		return new BackupFailed("The tables of " + this.database.name() + " cannot be brought to their version: "
				+ String.valueOf(ex.getMessage()).lines().findFirst().orElse(""), ex);
	}

}
