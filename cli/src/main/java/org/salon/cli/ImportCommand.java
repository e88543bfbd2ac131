package org.salon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

@Command(name = "import", description = "Imports an invitation in Markdown: the coming salon as a draft, the past ones "
		+ "of its table into the archive. Again, it updates and doubles nothing.")
final class ImportCommand implements Runnable {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Parameters(paramLabel = "FILE", description = "The invitation, in UTF-8; - for standard input.")
	@SuppressWarnings("NullAway.Init")
	private String file;

	@Option(names = "--dry-run", description = "Only say what would be imported.")
	private boolean dryRun;

	@Option(names = "--announce", description = "Announce the coming salon at once: all who want to know are mailed.")
	private boolean announce;

	@Option(names = "--date", paramLabel = "YYYY-MM-DD",
			description = "The day of the coming salon, in place of the one that the text names.")
	private @Nullable LocalDate date;

	@Override
	public void run() {
		JsonNode answer = this.salon.client()
			.post(Service.REGISTRATION,
					"/api/invitations?dryRun=" + this.dryRun + "&announce=" + this.announce
							+ ((this.date != null) ? "&date=" + this.date : ""),
					"text/markdown; charset=UTF-8", markdown());
		List<String> lines = new ArrayList<>();
		answer.path("warnings")
			.forEach((warning) -> lines
				.add("line " + warning.path("line").asInt() + ": " + warning.path("message").asString("")));
		JsonNode coming = answer.path("salon");
		if (coming.path("number").isNumber()) {
			lines.add("%s salon %d: %s".formatted(done("Imported", "Would import"), coming.path("number").asInt(),
					coming.path("title").asString("")));
		}
		lines.add("%s %d past salons".formatted(done("Archived", "Would archive"), answer.path("archived").size()));
		this.salon.output().say(answer, lines);
	}

	private String done(String yes, String no) {
		return this.dryRun ? no : yes;
	}

	private byte[] markdown() {
		try {
			if (this.file.equals("-")) {
				InputStream input = System.in;
				return input.readAllBytes();
			}
			return Files.readAllBytes(Path.of(this.file));
		}
		catch (IOException ex) {
			throw new Failed(ExitCode.USAGE, "Cannot read " + this.file + ": " + ex.getMessage());
		}
	}

}
