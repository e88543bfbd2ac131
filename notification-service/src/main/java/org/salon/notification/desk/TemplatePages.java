package org.salon.notification.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.salon.access.audit.ChangesNothing;
import org.salon.notification.mail.InvalidWords;
import org.salon.notification.mail.LetterPreview.Preview;
import org.salon.notification.mail.LetterPreview.Words;
import org.salon.notification.operator.MailAddress;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpUnreachable;
import org.salon.notification.template.Template;
import org.salon.notification.template.TemplateDesk;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words of mails, and the operator's own in their place. */
@Controller
@RequestMapping("/operator/mail/templates")
class TemplatePages {

	private final TemplateDesk desk;

	private final DeskWords words;

	TemplatePages(TemplateDesk desk, DeskWords words) {
		this.desk = desk;
		this.words = words;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("templates",
				this.desk.list()
					.stream()
					.collect(Collectors.groupingBy(Template::kind, LinkedHashMap::new, Collectors.toList())));
		return "desk/templates";
	}

	@GetMapping("/{occasion}/{language}")
	String edit(@PathVariable String occasion, @PathVariable String language,
			@RequestParam(required = false) @Nullable String done, HttpServletResponse response, Model model) {
		Template template = this.desk.find(occasion, known(occasion, language));
		model.addAttribute("done", done);
		return page(template, new Words(template.subject(), template.body()), Map.of(), response, model);
	}

	@PostMapping("/{occasion}/{language}")
	String save(@PathVariable String occasion, @PathVariable String language,
			@RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String body,
			HttpServletResponse response, Model model) {
		Locale locale = known(occasion, language);
		try {
			this.desk.save(occasion, locale, subject, body);
			return "redirect:/operator/mail/templates/" + occasion + "/" + locale.toLanguageTag() + "?done=saved";
		}
		catch (InvalidWords ex) {
			return page(this.desk.find(occasion, locale), new Words(subject, body), errors(ex), response, model);
		}
	}

	/** The same page with what was typed, and how that would look; nothing is kept. */
	@ChangesNothing
	@PostMapping("/{occasion}/{language}/preview")
	String preview(@PathVariable String occasion, @PathVariable String language,
			@RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String body,
			HttpServletResponse response, Model model) {
		return page(this.desk.find(occasion, known(occasion, language)), new Words(subject, body), Map.of(), response,
				model);
	}

	@PostMapping("/{occasion}/{language}/test")
	String test(@PathVariable String occasion, @PathVariable String language,
			@RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String body,
			@RequestParam(defaultValue = "") String to, HttpServletResponse response, Model model) {
		Locale locale = known(occasion, language);
		Words typed = new Words(subject, body);
		String address = to.strip();
		Map<String, String> errors = MailAddress.is(address) ? tried(occasion, locale, typed, address, model)
				: Map.of("to", this.words.of("template.to.bad"));
		model.addAttribute("to", address);
		return page(this.desk.find(occasion, locale), typed, errors, response, model);
	}

	@PostMapping("/{occasion}/{language}/remove")
	String remove(@PathVariable String occasion, @PathVariable String language) {
		Locale locale = known(occasion, language);
		this.desk.remove(occasion, locale);
		return "redirect:/operator/mail/templates/" + occasion + "/" + locale.toLanguageTag() + "?done=removed";
	}

	/** What went wrong, if anything did. */
	private Map<String, String> tried(String occasion, Locale locale, Words typed, String address, Model model) {
		try {
			SmtpAnswer answer = this.desk.test(occasion, locale, typed, address);
			if (answer.verdict() != SmtpAnswer.Verdict.ACCEPTED) {
				return Map.of("to", this.words.of("template.to.refused", answer.text()));
			}
			model.addAttribute("sentTo", address);
			return Map.of();
		}
		catch (SmtpUnreachable ex) {
			return Map.of("to", this.words.of("template.to.away", String.valueOf(ex.getMessage())));
		}
		catch (InvalidWords ex) {
			return errors(ex);
		}
	}

	private String page(Template template, Words typed, Map<String, String> found, HttpServletResponse response,
			Model model) {
		Map<String, String> errors = new HashMap<>(found);
		Preview preview = null;
		try {
			preview = this.desk.preview(template.kind(), Locale.forLanguageTag(template.language()), typed);
			response.setHeader("Content-Security-Policy", ContentPolicy.showing(preview.html()));
		}
		catch (InvalidWords ex) {
			errors.putAll(errors(ex));
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("typed", typed);
		model.addAttribute("errors", errors);
		model.addAttribute("preview", preview);
		return page(template, model);
	}

	private String page(Template template, Model model) {
		model.addAttribute("template", template);
		model.addAttribute("language",
				Locale.forLanguageTag(template.language()).getDisplayLanguage(LocaleContextHolder.getLocale()));
		model.addAttribute("values", this.desk.values());
		model.addAttribute("zone", this.words.zone());
		return "desk/template";
	}

	private Map<String, String> errors(InvalidWords ex) {
		return Map.of(ex.field(), this.words.of("template.bad." + ex.problem(), ex.detail()));
	}

	private Locale known(String occasion, String language) {
		return this.desk.language(occasion, language).orElseThrow(() -> new NoSuchPage("template.none"));
	}

}
