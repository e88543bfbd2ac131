package org.salon.registration.member;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.events.link.LinkPurpose;
import org.salon.events.member.Preferences;

/** Stops all mails that concern no place held, and takes it back. */
@Controller
class UnsubscribeController {

	private final Members members;

	private final MemberLinks memberLinks;

	private final MailLinks mailLinks;

	private final FormerPreferences former;

	UnsubscribeController(Members members, MemberLinks memberLinks, MailLinks mailLinks, FormerPreferences former) {
		this.members = members;
		this.memberLinks = memberLinks;
		this.mailLinks = mailLinks;
		this.former = former;
	}

	@GetMapping("/unsubscribe/{token}")
	String show(@PathVariable String token, @RequestParam(required = false) @Nullable String undone, Model model) {
		Member member = this.memberLinks.read(token, LinkPurpose.UNSUBSCRIBE);
		boolean out = member.preferences().equals(Preferences.NONE);
		return page(token, member, out ? "out" : (undone != null) ? "undone" : "ask", model);
	}

	/**
	 * Ends all mails that were subscribed to, by the page or by a mail program in one
	 * click (RFC 8058). A place that is held stays, with its notices of change.
	 */
	@PostMapping("/unsubscribe/{token}")
	@Operation
	@Tag(name = "Registrations")
	@ApiResponse(responseCode = "200", content = @Content)
	@ApiResponse(responseCode = "404", description = "No such link")
	@ApiResponse(responseCode = "410", description = "The link has expired or was revoked")
	@Transactional
	public String unsubscribe(@PathVariable String token, Model model) {
		Member linked = this.memberLinks.read(token, LinkPurpose.UNSUBSCRIBE);
		Member before = this.members.lock(linked.id()).orElseThrow(MailLinks::unknown);
		Member after = this.members.change(before.id(), (member) -> member.preferring(Preferences.NONE))
			.orElseThrow(MailLinks::unknown);
		if (!after.equals(before)) {
			this.former.keep(after.id(), before.preferences());
		}
		return page(token, after, "out", model);
	}

	/** Restores what was chosen before, unless something else was chosen since. */
	@PostMapping("/unsubscribe/{token}/undo")
	@Transactional
	public String undo(@PathVariable String token) {
		Member linked = this.memberLinks.read(token, LinkPurpose.UNSUBSCRIBE);
		Member member = this.members.lock(linked.id()).orElseThrow(MailLinks::unknown);
		this.former.find(member.id())
			.ifPresent((chosen) -> this.members.change(member.id(), (now) -> now.preferring(chosen)));
		return "redirect:/unsubscribe/" + token + "?undone";
	}

	private String page(String token, Member member, String state, Model model) {
		model.addAttribute("token", token);
		model.addAttribute("state", state);
		model.addAttribute("undo", this.former.find(member.id()).isPresent());
		model.addAttribute("preferences", this.mailLinks.preferences(member.id(), member.linkGeneration()));
		return "unsubscribe";
	}

}
