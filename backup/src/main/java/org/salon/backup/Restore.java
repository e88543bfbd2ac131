package org.salon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.postgresql.PGConnection;

import org.salon.backup.Manifest.Contents;
import org.salon.backup.Manifest.Sequence;
import org.salon.backup.Manifest.StoredTable;

/**
 * Puts a backup where nothing is, or in the place of what is there. The services must not
 * run, and the broker must have nothing in the topics of Salon.
 *
 * <p>
 * If it fails, nothing has changed, except that empty databases may have tables.
 */
public final class Restore {

	private final SalonDatabases databases;

	private final boolean replace;

	private final boolean sendDue;

	private final PrintStream out;

	/**
	 * Restores into these.
	 * @param databases of the services; empty, or with what a start makes
	 * @param replace whether what is there may be thrown away
	 * @param sendDue whether mails that were due before now are sent: only if the system
	 * that was backed up has sent none since
	 * @param out is told what is restored
	 */
	public Restore(SalonDatabases databases, boolean replace, boolean sendDue, PrintStream out) {
		this.databases = databases;
		this.replace = replace;
		this.sendDue = sendDue;
		this.out = out;
	}

	/**
	 * Restores it.
	 * @throws BackupFailed if it cannot be
	 */
	public void run(BackupFile file) {
		try (Connections connections = new Connections()) {
			List<Target> targets = new ArrayList<>();
			for (Database database : this.databases.readersFirst()) {
				refuseIfInUse(database, connections.of(database));
				targets.add(Target.of(database, connections.of(database), file.contents(database.name())));
			}
			targets.forEach(Target::refuseNewer);
			for (Target target : targets) {
				refuseIfTaken(target);
			}
			for (Target target : targets) {
				prepare(target);
			}
			for (Target target : targets) {
				fill(target, file);
			}
			if (targets.stream().anyMatch(Target::isOlder)) {
				connections.commit();
				targets.forEach(Target::migrateOn);
			}
			adjust(connections, file);
			for (Target target : targets) {
				// Last, as no transaction takes it back.
				Schema.set(target.connection(), target.contents().sequences());
			}
			connections.commit();
		}
		catch (IOException | SQLException ex) {
			throw new BackupFailed("It cannot be restored: " + String.valueOf(ex.getMessage()).strip(), ex);
		}
	}

	/** Before anything else connects: a connection that is closed goes a little later. */
	private static void refuseIfInUse(Database database, Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet others = statement.executeQuery(
						"""
								select count(*) from pg_stat_activity
								where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'""")) {
			if (others.next() && others.getInt(1) > 0) {
				throw new BackupFailed(
						"The database %s is in use by %d connections of others: stop all services before restoring."
							.formatted(database.name(), others.getInt(1)));
			}
		}
	}

	private void refuseIfTaken(Target target) throws SQLException {
		if (this.replace && !target.isNewer()) {
			return;
		}
		for (String table : Schema.of(target.connection()).tables().keySet()) {
			if (!Schema.NEVER_EMPTY.contains(table) && hasRows(target.connection(), table)) {
				throw new BackupFailed(this.replace
						? "The tables of %s here are newer (%s) than in the backup (%s): restore it into an empty system."
							.formatted(target.name(), target.migrations().present(), target.contents().versions())
						: "There is something in %s already (%s). Restore into an empty system, or say --replace to throw it away."
							.formatted(target.name(), table));
			}
		}
	}

	private static boolean hasRows(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet found = statement.executeQuery("select exists (select 1 from " + table + ")")) {
			return found.next() && found.getBoolean(1);
		}
	}

	/** Gives the database the tables that the backup was taken from. */
	private static void prepare(Target target) throws SQLException {
		// What was looked at is locked until then.
		target.connection().rollback();
		target.migrate();
		Contents contents = target.contents();
		Map<String, List<String>> tables = Schema.of(target.connection()).tables();
		Set<String> here = tables.keySet();
		Set<String> there = new TreeSet<>(contents.tables().stream().map(StoredTable::name).toList());
		refuseForeignNames(target, tables);
		if (!there.equals(here)) {
			Set<String> missing = new TreeSet<>(here);
			missing.removeAll(there);
			there.removeAll(here);
			throw new BackupFailed("The backup does not fit: of %s it is without %s, and has %s that is not known here."
				.formatted(target.name(), missing, there));
		}
	}

	/**
	 * Names become part of statements, and whoever made the file may have written
	 * anything.
	 */
	private static void refuseForeignNames(Target target, Map<String, List<String>> tables) throws SQLException {
		for (StoredTable table : target.contents().tables()) {
			List<String> columns = tables.getOrDefault(table.name(), table.columns());
			if (!Set.copyOf(columns).equals(new TreeSet<>(table.columns()))) {
				throw new BackupFailed("The backup does not fit: %s of %s has the columns %s here, and %s there."
					.formatted(table.name(), target.name(), columns, table.columns()));
			}
		}
		Set<String> sequences = new TreeSet<>(
				Schema.sequences(target.connection()).stream().map(Sequence::name).toList());
		if (!sequences.containsAll(target.contents().sequences().stream().map(Sequence::name).toList())) {
			throw new BackupFailed("The backup does not fit: of %s it has a sequence that is not known here."
				.formatted(target.name()));
		}
	}

	private void fill(Target target, BackupFile file) throws SQLException, IOException {
		Connection connection = target.connection();
		Contents contents = target.contents();
		Schema schema = Schema.of(connection);
		try (Statement statement = connection.createStatement()) {
			statement.execute("truncate " + String.join(", ", schema.tables().keySet()));
		}
		for (String name : schema.tables().keySet()) {
			StoredTable table = contents.table(name).orElseThrow();
			long rows = copyIn(connection, name, file, contents, table);
			if (rows != table.rows()) {
				throw new BackupFailed("Of %s %d rows were taken, and there are %d in the backup.".formatted(name, rows,
						table.rows()));
			}
		}
		this.out.printf("  %-14s %d tables, %d rows%n", contents.name(), contents.tables().size(), contents.rows());
	}

	static long copyIn(Connection connection, String into, BackupFile file, Contents contents, StoredTable table)
			throws SQLException, IOException {
		try (InputStream in = file.read(contents.entry(table))) {
			return connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + into + " (" + String.join(", ", table.columns()) + ") from stdin", in);
		}
	}

	private void adjust(Connections connections, BackupFile file) throws SQLException, IOException {
		Connection registration = connections.of(this.databases.registration());
		Connection notification = connections.of(this.databases.notification());
		int onTheirWay = PublishedAgain.prepare(registration, file, file.contents("notification"))
				+ PublishedAgain.prepare(notification, file, file.contents("registration"));
		if (onTheirWay > 0) {
			this.out.println("  " + onTheirWay + " events had not been taken in yet; they are published again, and what"
					+ " mails follow from them go out.");
		}
		if (!this.sendDue) {
			int held = DueMessages.close(notification);
			this.out
				.println("  " + held + " mails and posts were due before now and are not sent, as they may have been"
						+ " since the backup (--send-due sends them).");
		}
	}

}
