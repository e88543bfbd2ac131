package org.salon.registration.operator;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

import org.salon.access.OperatorLogin;
import org.salon.access.Role;
import org.salon.access.account.Account;
import org.salon.access.audit.AuditEntry;
import org.salon.access.audit.AuditTrail;
import org.salon.registration.account.AccountDesk;

/** What operators did in all services, the newest first. */
@Controller
class AuditPage {

	private static final int PAGE = 50;

	private static final ZoneId ZONE = ZoneId.of("UTC");

	private final AuditTrail own;

	private final Neighbours neighbours;

	private final AccountDesk accounts;

	AuditPage(AuditTrail own, Neighbours neighbours, AccountDesk accounts) {
		this.own = own;
		this.neighbours = neighbours;
		this.accounts = accounts;
	}

	@GetMapping("/operator/audit")
	String page(@RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "") String person,
			@RequestParam(defaultValue = "") String service, Model model) {
		List<String> silent = new ArrayList<>();
		List<AuditLine> found = this.neighbours.all()
			.keySet()
			.stream()
			.filter((one) -> service.isEmpty() || one.equals(service))
			.flatMap((one) -> of(one, id(before), person.isEmpty() ? null : person, silent).stream())
			// As text, which is the order of the databases. That of Java is another.
			.sorted(Comparator.comparing((AuditLine line) -> line.entry().id().toString()).reversed())
			.toList();
		model.addAttribute("lines", found.stream().limit(PAGE).toList());
		model.addAttribute("older", (found.size() > PAGE) ? found.get(PAGE - 1).entry().id() : null);
		model.addAttribute("silent", silent);
		model.addAttribute("before", before);
		model.addAttribute("person", person);
		model.addAttribute("people",
				Stream.concat(Stream.of(OperatorLogin.NAME), this.accounts.all().stream().map(Account::name)).toList());
		model.addAttribute("service", service);
		model.addAttribute("services", this.neighbours.all().keySet());
		model.addAttribute("zone", ZONE);
		return "operator/audit";
	}

	/** One more than are shown, to know whether there are more. */
	private List<AuditLine> of(String service, @Nullable UUID before, @Nullable String person, List<String> silent) {
		if (service.equals(Neighbours.REGISTRATION)) {
			return this.own.newest(PAGE + 1, before, person)
				.stream()
				.map((entry) -> new AuditLine(service, entry))
				.toList();
		}
		UriComponentsBuilder path = UriComponentsBuilder.fromPath("/api/audit").queryParam("size", PAGE + 1);
		if (before != null) {
			path.queryParam("before", before);
		}
		if (person != null) {
			path.queryParam("actor", "{actor}");
		}
		JsonNode answer = this.neighbours
			.get(service, path.encode().buildAndExpand((person != null) ? person : "").toUriString())
			.orElse(null);
		List<AuditLine> lines = new ArrayList<>();
		if (answer == null) {
			silent.add(service);
		}
		else {
			answer.path("items").forEach((item) -> lines.add(new AuditLine(service, entry(item))));
		}
		return lines;
	}

	private static AuditEntry entry(JsonNode item) {
		String role = item.path("role").asString("");
		JsonNode status = item.path("status");
		return new AuditEntry(UUID.fromString(item.path("id").asString("")),
				Instant.parse(item.path("at").asString("")), item.path("actor").asString(""),
				role.isEmpty() ? null : Role.valueOf(role), item.path("action").asString(""),
				item.path("target").asString(""), status.isNumber() ? status.intValue() : null);
	}

	private static @Nullable UUID id(String text) {
		try {
			return text.isEmpty() ? null : UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
