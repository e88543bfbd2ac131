package org.salon.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

@Command(name = "cancel",
		description = "Calls a salon off: everybody who holds a place is told. This cannot be undone.")
final class CancelCommand implements Runnable {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Parameters(paramLabel = "NUMBER", description = "Of the salon.")
	private int number;

	@Override
	public void run() {
		JsonNode answer = this.salon.client().post(Service.REGISTRATION, "/api/salons/" + this.number + "/cancel");
		this.salon.output()
			.say(answer, List.of("Called off salon " + this.number + ": " + answer.path("title").asString("")));
	}

}
