package org.salon.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "dead-letters", description = "Lists the events that a service could not handle, with the reason.")
final class DeadLettersCommand implements Runnable {

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Override
	public void run() {
		ArrayNode all = Client.JSON.createArrayNode();
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("SERVICE", "ID", "STATE", "EVENT", "ABOUT", "REASON"));
		for (Service service : Service.values()) {
			for (JsonNode letter : of(this.salon.client(), service)) {
				all.add(((ObjectNode) letter).put("service", service.text()));
				rows.add(List.of(service.text(), letter.path("id").asString(""), letter.path("state").asString(""),
						letter.path("type").asString(""), letter.path("subject").asString(""),
						letter.path("reason").asString("").lines().findFirst().orElse("")));
			}
		}
		this.salon.output().table(all, rows);
	}

	/** All that a service has, the oldest first. */
	static List<JsonNode> of(Client client, Service service) {
		List<JsonNode> letters = new ArrayList<>();
		int page = 0;
		JsonNode items;
		do {
			items = client.get(service, "/api/dead-letters?size=200&page=" + page++).path("items");
			items.forEach(letters::add);
		}
		while (!items.isEmpty());
		return letters;
	}

}
