package org.salon.registration.member;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.access.page.Languages;
import org.salon.events.link.LinkPurpose;
import org.salon.events.member.Preferences;
import org.salon.registration.input.Checks;
import org.salon.registration.web.Forms;

/** Which mails someone gets, behind the links in them. A GET changes nothing. */
@Controller
class PreferencesController {

	private final Members members;

	private final MemberLinks links;

	private final Languages languages;

	private final Clock clock;

	PreferencesController(Members members, MemberLinks links, Languages languages, Clock clock) {
		this.members = members;
		this.links = links;
		this.languages = languages;
		this.clock = clock;
	}

	@GetMapping("/preferences/{token}")
	String show(@PathVariable String token, @RequestParam(required = false) @Nullable String saved, Model model) {
		Member member = this.links.read(token, LinkPurpose.PREFERENCES);
		model.addAttribute("member", member);
		model.addAttribute("zones", TimeZones.offered(this.clock.instant(), member.zone()));
		model.addAttribute("token", token);
		model.addAttribute("saved", saved != null);
		return "preferences";
	}

	@PostMapping("/preferences/{token}")
	@Transactional
	public String save(@PathVariable String token, @RequestParam(defaultValue = "false") boolean announcements,
			@RequestParam(defaultValue = "false") boolean reminders,
			@RequestParam(defaultValue = "false") boolean replays,
			@RequestParam(required = false) @Nullable String locale,
			@RequestParam(required = false) @Nullable String zone, HttpServletRequest request) {
		Member member = this.links.read(token, LinkPurpose.PREFERENCES);
		String language = this.languages.named(locale).map(Locale::toLanguageTag).orElse(member.locale());
		Checks checks = new Checks();
		Forms.rejectRepeated(request, checks, "announcements", "reminders", "replays", "locale", "zone");
		ZoneId chosen = (zone != null) ? TimeZones.read(checks, zone) : member.zone();
		checks.done();
		this.members.change(member.id(), (before) -> before.described(before.name(), language, chosen)
			.preferring(new Preferences(announcements, reminders, replays)));
		return "redirect:/preferences/" + token + "?saved";
	}

}
