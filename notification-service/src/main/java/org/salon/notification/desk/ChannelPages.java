package org.salon.notification.desk;

import java.time.Clock;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.ChannelOffice;
import org.salon.notification.channel.ChannelOffice.ChannelView;
import org.salon.notification.channel.ChannelOffice.TestResult;
import org.salon.notification.channel.log.PostLog;
import org.salon.notification.operator.WhatIf;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The chats and webhooks that the salon's news is posted to, and what became of it. */
@Controller
@RequestMapping("/operator/mail/channels")
class ChannelPages {

	private final ChannelOffice office;

	private final PostLog log;

	private final DeskWords words;

	private final Clock clock;

	ChannelPages(ChannelOffice office, PostLog log, DeskWords words, Clock clock) {
		this.office = office;
		this.log = log;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("channels", this.office.list());
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("zone", this.words.zone());
		return "desk/channels";
	}

	/** Shows as well what would have been posted since a moment, if one is given. */
	@GetMapping("/{name}")
	String show(@PathVariable String name, @RequestParam(defaultValue = "0") String page,
			@RequestParam(defaultValue = "") String since, @RequestParam(required = false) @Nullable String done,
			HttpServletResponse response, Model model) {
		model.addAttribute("done", done);
		WhatIfForm form = WhatIfForm.read(since, null, this.words.zone(), this.words);
		WhatIf assumed = form.assumed();
		if (assumed == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		else if (assumed.at() != null) {
			model.addAttribute("trial", this.office.dryRun(assumed.at()));
		}
		model.addAttribute("since", form.at());
		model.addAttribute("sinceError", form.errors().get("at"));
		return page(known(name), Paging.number(page), model);
	}

	@PostMapping("/{name}/test")
	String test(@PathVariable String name, HttpServletResponse response, Model model) {
		ChannelView channel = known(name);
		TestResult result = this.office.test(name).orElse(null);
		if (result == null) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refused", this.words.of("channel.isOff"));
		}
		model.addAttribute("tested", result);
		return page(channel, 0, model);
	}

	@PostMapping("/{name}/resume")
	String resume(@PathVariable String name) {
		this.log.resume(known(name).name());
		return "redirect:/operator/mail/channels/" + name + "?done=channelResumed";
	}

	@PostMapping("/{name}/posts/{id}/retry")
	String retry(@PathVariable String name, @PathVariable UUID id, HttpServletResponse response, Model model) {
		ChannelView channel = known(name);
		if (this.log.find(name, id).isEmpty()) {
			throw new NoSuchPage("channel.noPost");
		}
		if (this.log.retry(name, id)) {
			return "redirect:/operator/mail/channels/" + name + "?done=retried";
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("refused", this.words.of("channel.notAgain"));
		return page(channel, 0, model);
	}

	private String page(ChannelView channel, int page, Model model) {
		String name = channel.name();
		model.addAttribute("channel", channel);
		model.addAttribute("page", new Paging<>(this.log.page(name, page, Paging.SIZE), page, this.log.count(name)));
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("zone", this.words.zone());
		return "desk/channel";
	}

	private ChannelView known(String name) {
		return this.office.list()
			.stream()
			.filter((channel) -> channel.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NoSuchPage("channel.none"));
	}

}
