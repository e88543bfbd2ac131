package org.salon.registration.operator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.salon.registration.input.Refused;

/** Events that could not be handled, of all services. */
@Controller
@RequestMapping("/operator/dead-letters")
class DeadLetterPages {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Neighbours neighbours;

	DeadLetterPages(Neighbours neighbours) {
		this.neighbours = neighbours;
	}

	@GetMapping
	String list(Model model) {
		List<Shelf> shelves = this.neighbours.all()
			.keySet()
			.stream()
			.map((service) -> this.neighbours.get(service, "/api/dead-letters?size=100")
				.map((json) -> new Shelf(service, true, letters(json)))
				.orElseGet(() -> new Shelf(service, false, List.of())))
			.toList();
		model.addAttribute("shelves", shelves);
		return "operator/dead-letters";
	}

	@PostMapping("/{service}/{id:[0-9]{1,18}}/{action:redrive|discard}")
	String act(@PathVariable String service, @PathVariable long id, @PathVariable String action) {
		if (!this.neighbours.all().containsKey(service)
				|| !this.neighbours.post(service, "/api/dead-letters/" + id + "/" + action)) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.deadLetter");
		}
		return "redirect:/operator/dead-letters";
	}

	private static List<Letter> letters(JsonNode json) {
		List<Letter> letters = new ArrayList<>();
		json.path("items")
			.forEach((item) -> letters.add(new Letter(item.path("id").asLong(0), item.path("topic").asString(""),
					item.path("type").asString(""), item.path("subject").asString(""), item.path("state").asString(""),
					item.path("reason").asString(""), item.path("attempts").asInt(0),
					Instant.parse(item.path("at").asString("")).atZone(ZoneOffset.UTC),
					decoded(item.path("data").asString("")))));
		return letters;
	}

	/** As a person reads it; what is no JSON, or too long for a look, stays as it is. */
	private static String decoded(String data) {
		try {
			return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(data));
		}
		catch (JacksonException ex) {
			return data;
		}
	}

	/** What one service has. */
	public record Shelf(String service, boolean answered, List<Letter> letters) {
	}

	/**
	 * One event that could not be handled.
	 *
	 * @param state PARKED, or WAITING behind one that is
	 * @param at since when, in UTC
	 * @param data of the event
	 */
	public record Letter(long id, String topic, String type, String subject, String state, String reason, int attempts,
			ZonedDateTime at, String data) {
	}

}
