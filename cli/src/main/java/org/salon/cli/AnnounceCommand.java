package org.salon.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

@Command(name = "announce",
		description = "Announces a salon: it opens for sign-ups, and all who want to know are mailed. Again has no effect.")
final class AnnounceCommand implements Runnable {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Parameters(paramLabel = "NUMBER", description = "Of the salon.")
	private int number;

	@Override
	public void run() {
		JsonNode answer = this.salon.client().post(Service.REGISTRATION, "/api/salons/" + this.number + "/announce");
		this.salon.output()
			.say(answer, List.of("Announced salon " + this.number + ": " + answer.path("title").asString("")));
	}

}
