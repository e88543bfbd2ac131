package org.salon.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "list", description = "Lists salons of all states, the highest number first.")
final class ListCommand implements Runnable {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	@ParentCommand
	@SuppressWarnings("NullAway.Init")
	private SalonCommand salon;

	@Option(names = "--state", paramLabel = "STATE",
			description = "Only those that are draft, announced, held, archived or cancelled.")
	private @Nullable State state;

	@Option(names = "--query", paramLabel = "TEXT",
			description = "Only those with this in the title, or of this number.")
	private @Nullable String query;

	@Override
	public void run() {
		Client client = this.salon.client();
		ArrayNode all = Client.JSON.createArrayNode();
		String next = "";
		do {
			JsonNode page = client.get(Service.REGISTRATION, "/api/operator/salons?size=200" + filter() + next);
			page.path("items").forEach(all::add);
			next = page.path("next").isNumber() ? "&before=" + page.path("next").asInt() : "";
		}
		while (!next.isEmpty());
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("NO.", "WHEN", "STATE", "PLACES", "TITLE"));
		all.forEach((item) -> rows.add(row(item)));
		this.salon.output().table(all, rows);
	}

	private String filter() {
		return ((this.state != null) ? "&stage=" + this.state : "")
				+ ((this.query != null) ? "&query=" + URLEncoder.encode(this.query, StandardCharsets.UTF_8) : "");
	}

	private static List<String> row(JsonNode item) {
		String start = item.path("startsAt").asString("");
		String when = start.isEmpty() ? item.path("date").asString("")
				: WHEN.format(Instant.parse(start).atZone(ZoneId.of(item.path("zone").asString("UTC"))));
		String places = item.path("registered").asInt()
				+ (item.path("capacity").isNumber() ? "/" + item.path("capacity").asInt() : "")
				+ ((item.path("waitlisted").asInt() > 0) ? "+" + item.path("waitlisted").asInt() : "");
		return List.of(item.path("number").asString(""), when,
				item.path("status").asString("").toLowerCase(Locale.ROOT), places, item.path("title").asString(""));
	}

	/** What a salon is at. */
	enum State {

		DRAFT, ANNOUNCED, HELD, ARCHIVED, CANCELLED

	}

}
