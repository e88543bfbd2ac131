package org.salon.registration.people;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.delivery.DeliveryOutcomes;
import org.salon.registration.input.Refused;
import org.salon.registration.member.Consents;
import org.salon.registration.member.Member;
import org.salon.registration.member.Members;
import org.salon.registration.registration.Doubles;
import org.salon.registration.registration.PlacesDesk;

/** Members across salons in the console: found, looked at, merged and erased. */
@Controller
@RequestMapping("/operator/members")
class MemberController {

	private static final int PAGE = 50;

	private static final int NAMESAKES = 5;

	private static final int MAILS = 30;

	private final MemberList list;

	private final Members members;

	private final Consents consents;

	private final DeliveryOutcomes outcomes;

	private final Doubles doubles;

	private final PlacesDesk desk;

	MemberController(MemberList list, Members members, Consents consents, DeliveryOutcomes outcomes, Doubles doubles,
			PlacesDesk desk) {
		this.list = list;
		this.members = members;
		this.consents = consents;
		this.outcomes = outcomes;
		this.doubles = doubles;
		this.desk = desk;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("q", q);
		model.addAttribute("first", after == null);
		model.addAttribute("done", "erased".equals(done));
		model.addAttribute("page", this.list.page(q, after, PAGE));
		return "operator/members";
	}

	@GetMapping("/{id:[0-9a-f-]{36}}")
	String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String done, Model model) {
		MemberLine line = find(id);
		Member member = this.members.find(id).orElseThrow(MemberController::unknown);
		model.addAttribute("line", line);
		model.addAttribute("member", member);
		model.addAttribute("language", Locale.forLanguageTag(member.locale()));
		model.addAttribute("utc", ZoneOffset.UTC);
		model.addAttribute("places", this.list.places(id));
		model.addAttribute("consent", this.consents.of(id).orElse(null));
		model.addAttribute("mails", this.outcomes.to(id).stream().limit(MAILS).toList());
		model.addAttribute("namesakes", this.list.namesakes(line, NAMESAKES));
		model.addAttribute("merged", "merged".equals(done));
		return "operator/member";
	}

	@GetMapping("/{id:[0-9a-f-]{36}}/erase")
	String askToErase(@PathVariable UUID id, Model model) {
		model.addAttribute("line", find(id));
		model.addAttribute("places", this.list.places(id));
		return "operator/member-erase";
	}

	@PostMapping("/{id:[0-9a-f-]{36}}/erase")
	String erase(@PathVariable UUID id) {
		this.desk.erase(id);
		return "redirect:/operator/members?done=erased";
	}

	/**
	 * Shows what merging would do.
	 * @param other the id or the address of the member who would go
	 */
	@GetMapping("/{id:[0-9a-f-]{36}}/merge")
	String askToMerge(@PathVariable UUID id, @RequestParam(defaultValue = "") String other, Model model,
			HttpServletResponse response) {
		UUID gone = other(other);
		if (gone == null || gone.equals(id)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("other", other);
			return one(id, null, model);
		}
		model.addAttribute("plan", this.doubles.preview(id, gone));
		return "operator/member-merge";
	}

	@PostMapping("/{id:[0-9a-f-]{36}}/merge")
	String merge(@PathVariable UUID id, @RequestParam(defaultValue = "") String other) {
		UUID gone = other(other);
		if (gone == null) {
			throw unknown();
		}
		this.doubles.merge(id, gone);
		return "redirect:/operator/members/" + id + "?done=merged";
	}

	private @Nullable UUID other(String typed) {
		return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(typed)
				: this.list.withAddress(typed).orElse(null);
	}

	private MemberLine find(UUID id) {
		return this.list.find(id).orElseThrow(MemberController::unknown);
	}

	private static Refused unknown() {
		return new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchMember");
	}

}
