package org.salon.registration.member;

import java.util.Locale;

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
import org.salon.events.link.LinkToken;
import org.salon.events.member.Preferences;
import org.salon.registration.web.Languages;

/** Which mails someone gets, behind the links in them. A GET changes nothing. */
@Controller
class PreferencesController {

	private final Members members;

	private final MailLinks links;

	private final Languages languages;

	PreferencesController(Members members, MailLinks links, Languages languages) {
		this.members = members;
		this.links = links;
		this.languages = languages;
	}

	@GetMapping("/preferences/{token}")
	String show(@PathVariable String token, @RequestParam(required = false) @Nullable String saved, Model model) {
		Member member = member(token, LinkPurpose.PREFERENCES);
		model.addAttribute("member", member);
		model.addAttribute("token", token);
		model.addAttribute("saved", saved != null);
		return "preferences";
	}

	@PostMapping("/preferences/{token}")
	@Transactional
	public String save(@PathVariable String token, @RequestParam(defaultValue = "false") boolean announcements,
			@RequestParam(defaultValue = "false") boolean reminders,
			@RequestParam(defaultValue = "false") boolean replays,
			@RequestParam(required = false) @Nullable String locale) {
		Member member = member(token, LinkPurpose.PREFERENCES);
		String language = this.languages.named(locale).map(Locale::toLanguageTag).orElse(member.locale());
		this.members.choose(member.id(), new Preferences(announcements, reminders, replays), language);
		return "redirect:/preferences/" + token + "?saved";
	}

	@GetMapping("/unsubscribe/{token}")
	String confirm(@PathVariable String token, Model model) {
		model.addAttribute("member", member(token, LinkPurpose.UNSUBSCRIBE));
		model.addAttribute("token", token);
		model.addAttribute("done", false);
		return "unsubscribe";
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
		Member member = member(token, LinkPurpose.UNSUBSCRIBE);
		this.members.choose(member.id(), Preferences.NONE, member.locale());
		model.addAttribute("member", member);
		model.addAttribute("token", token);
		model.addAttribute("preferences", this.links.preferences(member.id(), member.linkGeneration()));
		model.addAttribute("done", true);
		return "unsubscribe";
	}

	private Member member(String token, LinkPurpose purpose) {
		LinkToken link = this.links.read(token, purpose);
		Member member = this.members.find(link.id()).orElseThrow(MailLinks::unknown);
		this.links.checkGeneration(link, member.linkGeneration());
		return member;
	}

}
