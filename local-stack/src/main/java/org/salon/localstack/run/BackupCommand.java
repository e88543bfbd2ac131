package org.salon.localstack.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.salon.backup.BackupArguments;
import org.salon.backup.BackupFailed;
import org.salon.backup.BackupFile;
import org.salon.backup.BackupWriter;
import org.salon.backup.Restore;
import org.salon.backup.SalonDatabases;
import org.salon.localstack.postgres.PostgresServer;

/**
 * {@code ./run backup} and {@code ./run restore}: with the system running or not, and the
 * database server started for it where it does not.
 */
final class BackupCommand {

	private static final String OPERATOR_PASSWORD = "operator.password";

	private final Settings settings;

	private final DataFolder data;

	private final PrintStream out;

	BackupCommand(Settings settings, PrintStream out) {
		this.settings = settings;
		this.data = new DataFolder(settings.dataFolder());
		this.out = out;
	}

	/** Whether that is for it. */
	static boolean isMeant(List<String> arguments) {
		return !arguments.isEmpty() && List.of("backup", "restore").contains(arguments.getFirst());
	}

	/** Returns the exit code. */
	int run(List<String> arguments, PrintStream errors) {
		Optional<BackupArguments> asked = BackupArguments.of(arguments);
		if (asked.isEmpty()) {
			errors.println("Usage: ./run backup FILE [--overwrite], or ./run restore FILE [--replace] [--send-due]");
			return 2;
		}
		try {
			if (asked.get().restores()) {
				restore(asked.get());
			}
			else {
				backup(asked.get());
			}
			return 0;
		}
		catch (BackupFailed | IllegalStateException | UncheckedIOException ex) {
			errors.println(ex.getMessage());
			return 1;
		}
	}

	private void backup(BackupArguments asked) {
		Consumer<SalonDatabases> write = (databases) -> new BackupWriter(databases, secrets(), this.out)
			.write(asked.file(), asked.has("--overwrite"));
		if (this.settings.externalPostgres().isEmpty() && !Files.exists(this.data.folder("postgres"))) {
			throw new BackupFailed("There is nothing to back up in " + this.data.root() + ".");
		}
		Optional<DataFolder.Hold> hold = this.data.hold();
		if (hold.isEmpty()) {
			write.accept(running().salonDatabases());
		}
		else {
			withDatabases(hold.get(), write);
		}
	}

	private void restore(BackupArguments asked) {
		try (BackupFile file = BackupFile.open(asked.file())) {
			checkLinkKey(file);
			DataFolder.Hold hold = this.data.hold()
				.orElseThrow(() -> new BackupFailed("Salon is running on " + this.data.root() + " (pid "
						+ this.data.holder() + "). Stop it before restoring."));
			withDatabases(hold,
					(databases) -> new Restore(databases, asked.has("--replace"), asked.has("--send-due"), this.out)
						.run(file));
			// By their names: one that the file made up would be a path of its choice.
			Stream.of(BackupWriter.LINK_KEY, OPERATOR_PASSWORD)
				.filter(file.manifest().secrets()::containsKey)
				.forEach((name) -> this.data.secrets().keep(name, file.secret(name)));
			new SampleInvitation(this.data, Path.of("")).skip();
			forgetLog();
		}
		this.out.println("Restored into " + this.data.root() + ". ./run starts it.");
	}

	private void checkLinkKey(BackupFile file) {
		boolean other = this.settings.linkKey().filter((key) -> !file.isSignedWith(key)).isPresent();
		if (other) {
			throw new BackupFailed(
					"SALON_LINK_KEY is set, and is not the key of the backup: links in mails already sent"
							+ " would not work. Unset it, or set it to that of the backup.");
		}
	}

	/**
	 * What it tells of has not happened any more; all of it that has is published again.
	 */
	private void forgetLog() {
		if (this.settings.externalKafka().isPresent()) {
			this.out
				.println("The topics of Salon have to be empty when the services start: delete them if this broker has"
						+ " served before.");
			return;
		}
		Path log = this.data.folder("kafka");
		if (Files.exists(log)) {
			try (Stream<Path> files = Files.walk(log)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot remove the log of the broker", ex);
			}
		}
	}

	/** By the port that it has, whatever the settings of this call say. */
	private Stack running() {
		int port = PostgresServer.portOf(this.data.folder("postgres")).orElse(this.settings.postgresPort());
		return new Stack(this.settings, this.data, port);
	}

	private void withDatabases(DataFolder.Hold hold, Consumer<SalonDatabases> work) {
		Stack stack = new Stack(this.settings, this.data, 0);
		List<Part> servers = stack.databaseServer();
		stack.services(new Project(Path.of(""))).forEach(Part::stopOrphan);
		try {
			servers.forEach(Part::start);
			stack.prepareDatabases();
			work.accept(stack.salonDatabases());
		}
		finally {
			servers.forEach(Part::stop);
			this.data.release();
			hold.release();
		}
	}

	/** Those that are not the caller's own. */
	private Map<String, String> secrets() {
		Map<String, String> secrets = new LinkedHashMap<>();
		secrets.put(BackupWriter.LINK_KEY,
				this.settings.linkKey().orElseGet(() -> this.data.secrets().key(BackupWriter.LINK_KEY)));
		if (this.settings.operatorPassword().isEmpty()) {
			secrets.put(OPERATOR_PASSWORD, this.data.secrets().password(OPERATOR_PASSWORD));
		}
		return secrets;
	}

}
