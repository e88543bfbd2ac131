package org.salon.registration.operator;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.salon.registration.link.LinkDesk;

/** The links of all salons in the console: which are dead, and since when. */
@Controller
@RequestMapping("/operator/links")
class ConsoleLinkController {

	private static final int PAGE = 50;

	/** No salon's: an address may be in several. */
	private static final ZoneId ZONE = ZoneId.of("UTC");

	private final LinkDesk desk;

	ConsoleLinkController(LinkDesk desk) {
		this.desk = desk;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable String state, @RequestParam(defaultValue = "0") int page,
			@RequestParam(required = false) @Nullable String asked, Model model) {
		model.addAttribute("links", this.desk.page(state, page, PAGE));
		model.addAttribute("counts", this.desk.counts());
		model.addAttribute("state", (state != null) ? state : "");
		model.addAttribute("on", this.desk.isOn());
		model.addAttribute("zone", ZONE);
		model.addAttribute("asked", asked != null);
		return "operator/links";
	}

	@PostMapping("/{id:[0-9]{1,18}}/check")
	String check(@PathVariable long id) {
		this.desk.checkNow(id);
		return "redirect:/operator/links?asked";
	}

	@PostMapping("/check")
	String checkAll() {
		this.desk.checkAllNow();
		return "redirect:/operator/links?asked";
	}

}
