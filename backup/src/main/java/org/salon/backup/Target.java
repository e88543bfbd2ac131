package org.salon.backup;

import java.sql.Connection;
import java.util.Map;

import org.salon.backup.Manifest.Contents;

/** A database to be filled, and with what. */
record Target(String name, Migrations migrations, Connection connection, Contents contents) {

	static Target of(Database database, Connection connection, Contents contents) {
		return new Target(database.name(), new Migrations(database), connection, contents);
	}

	/** Whether tables are there that are newer than those of the backup. */
	boolean isNewer() {
		return Migrations.newer(this.migrations.present(), this.contents.versions());
	}

	/** What comes later cannot be known. */
	void refuseNewer() {
		Map<String, String> written = this.contents.versions();
		Map<String, String> known = this.migrations.newest();
		if (!written.keySet().equals(known.keySet()) || Migrations.newer(written, known)) {
			throw new BackupFailed(
					("The backup was written by a newer Salon: the tables of %s are at %s in it, and this"
							+ " program knows them up to %s.")
						.formatted(this.name, written, known));
		}
	}

	/** Whether the backup is of an older release than this program. */
	boolean isOlder() {
		return Migrations.newer(this.migrations.newest(), this.contents.versions());
	}

	/** Makes the tables of the backup; newer ones are known to be empty. */
	void migrate() {
		if (isNewer()) {
			this.migrations.clean();
		}
		this.migrations.migrate(this.contents.versions());
	}

	/** Goes on to the tables of this program. */
	void migrateOn() {
		this.migrations.migrate(this.migrations.newest());
	}

}
