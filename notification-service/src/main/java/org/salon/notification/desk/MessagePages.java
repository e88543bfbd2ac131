package org.salon.notification.desk;

import java.security.Principal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.InvalidWords;
import org.salon.notification.mail.LetterPreview.Preview;
import org.salon.notification.message.Message;
import org.salon.notification.message.MessageDraft;
import org.salon.notification.message.MessageOffice;
import org.salon.notification.message.MessageView;
import org.salon.notification.message.MessageWords;
import org.salon.notification.operator.MailAddress;
import org.salon.notification.plan.Audience;
import org.salon.notification.salon.Salon;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpUnreachable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What an organiser writes once to those of a salon: written, seen, tried, sent, undone.
 */
@Controller
@RequestMapping("/operator/mail/messages")
class MessagePages {

	private static final int SIZE = 50;

	private final MessageOffice office;

	private final DeskWords words;

	MessagePages(MessageOffice office, DeskWords words) {
		this.office = office;
		this.words = words;
	}

	@GetMapping
	String list(@RequestParam(required = false) @Nullable UUID before, Model model) {
		List<Message> messages = this.office.latest(before, null, SIZE + 1);
		model.addAttribute("messages", messages.stream().limit(SIZE).toList());
		model.addAttribute("last", (messages.size() > SIZE) ? messages.get(SIZE - 1).id() : null);
		model.addAttribute("zone", this.words.zone());
		return "desk/messages";
	}

	@GetMapping("/new")
	String write(@RequestParam(defaultValue = "") String salon, HttpServletResponse response, Model model) {
		Salon known = known(salon);
		return page(new MessageDraft(UUID.randomUUID(), known.number(), EnumSet.of(Audience.HOLDERS), List.of()), known,
				Map.of(), false, response, model);
	}

	/**
	 * The same page with what was typed, to how many it would go, and how it would look.
	 */
	@PostMapping("/preview")
	String preview(HttpServletRequest form, HttpServletResponse response, Model model) {
		Salon salon = known(field(form, "salon"));
		MessageDraft draft = draft(form, salon);
		return page(draft, salon, errors(draft), true, response, model);
	}

	@PostMapping("/test")
	String test(HttpServletRequest form, HttpServletResponse response, Model model) {
		Salon salon = known(field(form, "salon"));
		MessageDraft draft = draft(form, salon);
		Map<String, String> errors = new HashMap<>(errors(draft));
		String to = field(form, "to").strip();
		model.addAttribute("to", to);
		if (!MailAddress.is(to)) {
			errors.put("to", this.words.of("template.to.bad"));
		}
		if (errors.isEmpty()) {
			errors.putAll(tried(draft, salon, to, model));
		}
		return page(draft, salon, errors, true, response, model);
	}

	@PostMapping
	String send(HttpServletRequest form, HttpServletResponse response, Principal operator, Model model) {
		Salon salon = known(field(form, "salon"));
		MessageDraft draft = draft(form, salon);
		Map<String, String> errors = errors(draft);
		if (!errors.isEmpty()) {
			return page(draft, salon, errors, true, response, model);
		}
		return "redirect:/operator/mail/messages/" + this.office.send(draft, salon, operator.getName()).id();
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model) {
		MessageView view = this.office.view(id).orElseThrow(() -> new NoSuchPage("message.none"));
		model.addAttribute("view", view);
		model.addAttribute("title", this.office.salon(view.message().salon()).map(Salon::title).orElse(null));
		model.addAttribute("zone", this.words.zone());
		return "desk/message";
	}

	@PostMapping("/{id}/undo")
	String undo(@PathVariable UUID id, Principal operator) {
		return this.office.undo(id, operator.getName())
			.map((view) -> "redirect:/operator/mail/messages/" + id)
			.orElseThrow(() -> new NoSuchPage("message.none"));
	}

	private Map<String, String> tried(MessageDraft draft, Salon salon, String to, Model model) {
		try {
			SmtpAnswer answer = this.office.test(draft, salon, readers(), to);
			if (answer.verdict() != SmtpAnswer.Verdict.ACCEPTED) {
				return Map.of("to", this.words.of("template.to.refused", answer.text()));
			}
			model.addAttribute("sentTo", to);
			return Map.of();
		}
		catch (SmtpUnreachable ex) {
			return Map.of("to", this.words.of("template.to.away", String.valueOf(ex.getMessage())));
		}
	}

	/** The operator's own language, if mails are written in it. */
	private Locale readers() {
		String language = LocaleContextHolder.getLocale().getLanguage();
		return this.office.languages()
			.stream()
			.filter((one) -> one.getLanguage().equals(language))
			.findFirst()
			.orElseGet(() -> this.office.languages().getFirst());
	}

	private String page(MessageDraft draft, Salon salon, Map<String, String> errors, boolean previewed,
			HttpServletResponse response, Model model) {
		model.addAttribute("draft", draft);
		model.addAttribute("salon", salon);
		model.addAttribute("errors", errors);
		model.addAttribute("groups", Audience.values());
		model.addAttribute("languages", this.office.languages());
		model.addAttribute("values", this.office.values());
		List<Shown> mails = (previewed && errors(draft).isEmpty()) ? shown(draft, salon) : List.of();
		model.addAttribute("mails", mails);
		if (!mails.isEmpty()) {
			model.addAttribute("reach", this.office.reach(salon.number(), draft.audience()));
			response.setHeader("Content-Security-Policy", ContentPolicy
				.showing(mails.stream().map((one) -> one.mail().html()).collect(Collectors.joining())));
		}
		if (!errors.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return "desk/newMessage";
	}

	private List<Shown> shown(MessageDraft draft, Salon salon) {
		List<Shown> shown = new ArrayList<>();
		for (Locale language : this.office.languages()) {
			this.office.preview(draft, salon, language)
				.ifPresent((mail) -> shown.add(new Shown(language.toLanguageTag(),
						language.getDisplayLanguage(LocaleContextHolder.getLocale()), mail)));
		}
		return shown;
	}

	private Map<String, String> errors(MessageDraft draft) {
		Map<String, String> errors = new HashMap<>();
		draft.problems(this.office.languages()).forEach((field, problem) -> {
			InvalidWords words = problem.words();
			errors.put(field, (words != null) ? this.words.of("template.bad." + words.problem(), words.detail())
					: this.words.of("message.audience.none"));
		});
		return errors;
	}

	private MessageDraft draft(HttpServletRequest form, Salon salon) {
		Set<Audience> audience = EnumSet.noneOf(Audience.class);
		for (Audience group : Audience.values()) {
			if (form.getParameter("to." + group) != null) {
				audience.add(group);
			}
		}
		List<MessageWords> typed = new ArrayList<>();
		typed.add(words(form, MessageWords.ALL));
		this.office.languages().forEach((language) -> typed.add(words(form, language.toLanguageTag())));
		return new MessageDraft(id(field(form, "id")), salon.number(), audience, typed);
	}

	private static MessageWords words(HttpServletRequest form, String language) {
		return new MessageWords(language, field(form, MessageDraft.field("subject", language)),
				field(form, MessageDraft.field("body", language)));
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new NoSuchPage("message.none");
		}
	}

	private Salon known(String number) {
		if (!number.strip().matches("[0-9]{1,6}")) {
			throw new NoSuchPage("plan.noSalon");
		}
		return this.office.salon(Integer.parseInt(number.strip())).orElseThrow(() -> new NoSuchPage("plan.noSalon"));
	}

	private static String field(HttpServletRequest form, String name) {
		String value = form.getParameter(name);
		return (value != null) ? value : "";
	}

	/**
	 * The mail in one language.
	 *
	 * @param name of the language
	 */
	public record Shown(String language, String name, Preview mail) {
	}

}
