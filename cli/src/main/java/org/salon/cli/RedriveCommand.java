package org.salon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "redrive", description = "Handles dead letters again, each with all that waits behind it. "
		+ "Exit code 0 if all of them were handled, else 1.")
final class RedriveCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Option(names = "--service", required = true, paramLabel = "SERVICE",
			description = "Whose: registration, notification or archive.")
	@SuppressWarnings("NullAway.Init")
	private Service service;

	@ArgGroup(multiplicity = "1")
	@SuppressWarnings("NullAway.Init")
	private Which which;

	@Override
	public Integer call() {
		Client client = this.salon.client();
		ArrayNode all = Client.JSON.createArrayNode();
		List<String> lines = new ArrayList<>();
		boolean done = true;
		for (long id : ids(client)) {
			JsonNode outcome = client.post(this.service, "/api/dead-letters/" + id + "/redrive");
			all.add(((ObjectNode) outcome).put("id", id));
			String fault = outcome.path("fault").asString("");
			lines.add(id + ": " + outcome.path("handled").asInt() + " handled"
					+ (fault.isEmpty() ? "" : ", then: " + fault));
			done &= fault.isEmpty();
		}
		this.salon.output().say(all, lines);
		return done ? ExitCode.DONE : ExitCode.REFUSED;
	}

	/** Those that are parked: what waits behind one comes along with it. */
	private List<Long> ids(Client client) {
		if (!this.which.all) {
			return List.of(Objects.requireNonNull(this.which.id));
		}
		return DeadLettersCommand.of(client, this.service)
			.stream()
			.filter((letter) -> letter.path("state").asString("").equals("PARKED"))
			.map((letter) -> letter.path("id").asLong())
			.toList();
	}

	/** One or all. */
	static final class Which {

		@Option(names = "--id", paramLabel = "ID", description = "That one.")
		private @Nullable Long id;

		@Option(names = "--all", description = "All that are parked.")
		private boolean all;

	}

}
