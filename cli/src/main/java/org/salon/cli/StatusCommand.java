package org.salon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "status", description = "Says how the services are. Exit code 0 if all of them are well, else 3.")
final class StatusCommand implements Callable<Integer> {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Override
	public Integer call() {
		ArrayNode all = Client.JSON.createArrayNode();
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("SERVICE", "STATE", "NOT WELL", "TO PUBLISH", "DEAD LETTERS"));
		boolean well = true;
		for (Service service : Service.values()) {
			JsonNode status = status(service);
			all.add(status);
			well &= status.path("status").asString("").equals("UP");
			rows.add(List.of(service.text(), status.path("status").asString(""), ill(status),
					sum(status, "salon.messaging.outbox.backlog"), sum(status, "salon.messaging.deadletters.open")));
		}
		this.salon.output().table(all, rows);
		return well ? ExitCode.DONE : ExitCode.UNAVAILABLE;
	}

	private JsonNode status(Service service) {
		try {
			return this.salon.client().get(service, "/api/status");
		}
		catch (Failed failed) {
			if (failed.exitCode() != ExitCode.UNAVAILABLE) {
				throw failed;
			}
			ObjectNode silent = Client.JSON.createObjectNode();
			return silent.put("service", service.text() + "-service").put("status", "NO ANSWER");
		}
	}

	private static String ill(JsonNode status) {
		return String.join(", ",
				status.path("parts")
					.properties()
					.stream()
					.filter((part) -> !List.of("UP", "UNKNOWN").contains(part.getValue().asString("")))
					.map((part) -> part.getKey())
					.toList());
	}

	private static String sum(JsonNode status, String meter) {
		double sum = 0;
		boolean there = false;
		for (JsonNode value : status.path("meters")) {
			if (value.path("name").asString("").equals(meter) && value.path("value").isNumber()) {
				sum += value.path("value").asDouble();
				there = true;
			}
		}
		return there ? Long.toString(Math.round(sum)) : "";
	}

}
