package org.salon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Writes the archive, or of one salon the attendees or the invitation.")
final class ExportCommand implements Runnable {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(index = "0", paramLabel = "WHAT",
			description = "One of md, json, csv, bib, csl, site (a zip of pages); attendees (CSV) or invitation.")
	@SuppressWarnings("NullAway.Init")
	private What what;

	@Parameters(index = "1", arity = "0..1", paramLabel = "NUMBER",
			description = "Of the salon, for attendees and invitation.")
	private @Nullable Integer number;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE",
			description = "Where to write; standard output if not given.")
	private @Nullable Path output;

	@Override
	public void run() {
		if (this.what.ofOneSalon != (this.number != null)) {
			throw new ParameterException(this.spec.commandLine(),
					this.what.ofOneSalon ? "Say the number of the salon." : "The archive takes no number.");
		}
		byte[] content = this.salon.client()
			.bytes(this.what.service, this.what.path.formatted(Objects.requireNonNullElse(this.number, 0)));
		if (this.output == null) {
			write(content);
			return;
		}
		try {
			Files.write(this.output, content);
		}
		catch (IOException ex) {
			throw new Failed(ExitCode.USAGE, "Cannot write " + this.output + ": " + ex.getMessage());
		}
	}

	private void write(byte[] content) {
		if (this.what == What.SITE) {
			throw new Failed(ExitCode.USAGE, "A zip file is not for the screen: give --output FILE.");
		}
		this.salon.out().print(new String(content, StandardCharsets.UTF_8));
		this.salon.out().flush();
	}

	/** What there is to export. */
	enum What {

		MD(Service.ARCHIVE, "/archive.md", false), JSON(Service.ARCHIVE, "/archive.json", false),
		CSV(Service.ARCHIVE, "/archive.csv", false), BIB(Service.ARCHIVE, "/archive.bib", false),
		CSL(Service.ARCHIVE, "/archive.csl.json", false), SITE(Service.ARCHIVE, "/api/archive/site.zip", false),
		ATTENDEES(Service.REGISTRATION, "/api/salons/%d/registrations.csv", true),
		INVITATION(Service.REGISTRATION, "/api/salons/%d/invitation.md", true);

		private final Service service;

		private final String path;

		private final boolean ofOneSalon;

		What(Service service, String path, boolean ofOneSalon) {
			this.service = service;
			this.path = path;
			this.ofOneSalon = ofOneSalon;
		}

	}

}
