package org.salon.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;

/** What {@code ./salon} starts. */
public final class Main {

	private Main() {
	}

	/** Ends with the {@link ExitCode exit code} of the command. */
	public static void main(String[] arguments) {
		System.exit(run(List.of(arguments), System.getenv(), new PrintWriter(System.out, true, StandardCharsets.UTF_8),
				new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
	}

	/** Does what is asked for and says how it went. */
	static int run(List<String> arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
		return new CommandLine(new SalonCommand(new Settings(environment))).setOut(out)
			.setErr(err)
			.setExecutionExceptionHandler((failure, command, parsed) -> {
				if (failure instanceof Failed failed) {
					command.getErr().println(failed.getMessage());
					return failed.exitCode();
				}
				throw failure;
			})
			.setCaseInsensitiveEnumValuesAllowed(true)
			.execute(arguments.toArray(String[]::new));
	}

}
