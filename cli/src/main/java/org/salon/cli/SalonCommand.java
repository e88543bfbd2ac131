package org.salon.cli;

import java.io.PrintWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that has all others. */
@Command(name = "./salon", description = "Runs a salon from scripts, over the services' own HTTP API.",
		subcommands = { ListCommand.class, ImportCommand.class, AnnounceCommand.class, CancelCommand.class,
				ExportCommand.class, StatusCommand.class, DeadLettersCommand.class, RedriveCommand.class },
		footer = { "", "  backup FILE   Writes the whole club into one file; see ./run --help.",
				"  restore FILE  Brings it back into an empty data folder.", "",
				"Where the services are, and how to enter:",
				"  SALON_REGISTRATION_URL, SALON_NOTIFICATION_URL, SALON_ARCHIVE_URL, or on this machine",
				"  SALON_REGISTRATION_PORT 8080, SALON_NOTIFICATION_PORT 8081, SALON_ARCHIVE_PORT 8082",
				"  SALON_OPERATOR_PASSWORD, or SALON_DATA_DIR (.data), where ./run keeps the one that it made", "",
				"Exit codes: 0 done, 1 refused, 2 not understood, 3 no answer, 4 no or wrong password" })
final class SalonCommand implements Runnable {

	private final Settings settings;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer in JSON, for programs.")
	private boolean json;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
	@SuppressWarnings("UnusedVariable")
	private boolean help;

	SalonCommand(Settings settings) {
		this.settings = settings;
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "Say what to do:");
	}

	Client client() {
		return new Client(this.settings);
	}

	Output output() {
		return new Output(out(), this.json);
	}

	PrintWriter out() {
		return this.spec.commandLine().getOut();
	}

	PrintWriter err() {
		return this.spec.commandLine().getErr();
	}

}
