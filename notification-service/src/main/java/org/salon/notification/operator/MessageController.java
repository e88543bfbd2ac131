package org.salon.notification.operator;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.notification.ledger.MessageMail.Reach;
import org.salon.notification.mail.InvalidWords;
import org.salon.notification.mail.LetterPreview.Preview;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.message.Message;
import org.salon.notification.message.MessageDraft;
import org.salon.notification.message.MessageDraft.Problem;
import org.salon.notification.message.MessageOffice;
import org.salon.notification.message.MessageView;
import org.salon.notification.message.MessageWords;
import org.salon.notification.plan.Audience;
import org.salon.notification.salon.Salon;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpUnreachable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What an organiser writes once to those of a salon. */
@Tag(name = "Messages",
		description = "One-off messages to those who signed up for a salon. They go to nobody who has "
				+ "ended announcements, reminders and replays alike, and to no address that takes no mail.")
@RestController
@RequestMapping("/api/messages")
class MessageController {

	private static final int LARGEST_PAGE = 200;

	private static final String NO_SALON = "No salon of that number is known here";

	private static final String REFUSED = "To nobody, or the words cannot be said";

	private final MessageOffice office;

	MessageController(MessageOffice office) {
		this.office = office;
	}

	/**
	 * Those that were sent or taken back, the latest first.
	 * @param salon only to those of this salon
	 * @param before only those written before this one
	 */
	@GetMapping
	@ApiResponse(responseCode = "422", description = "A parameter is not as it has to be")
	List<Message> list(@RequestParam(required = false) @Nullable Integer salon,
			@RequestParam(required = false) @Nullable UUID before,
			@RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "" + LARGEST_PAGE) int size) {
		if (size < 1 || size > LARGEST_PAGE) {
			throw new BadField("size", "from 1 to " + LARGEST_PAGE);
		}
		return this.office.latest(before, salon, size);
	}

	/** How far a message is. */
	@GetMapping("/{id}")
	@ApiResponse(responseCode = "404", description = "No such message")
	MessageView show(@PathVariable UUID id) {
		return known(this.office.view(id));
	}

	/**
	 * To how many it would go, and how it would look in each language; nothing is sent.
	 */
	@PostMapping("/preview")
	@ApiResponse(responseCode = "404", description = NO_SALON)
	@ApiResponse(responseCode = "422", description = REFUSED)
	Previewed preview(@RequestBody NewMessage message) {
		Salon salon = salon(message);
		MessageDraft draft = checked(message);
		Map<String, Preview> mails = new TreeMap<>();
		for (Locale language : this.office.languages()) {
			this.office.preview(draft, salon, language).ifPresent((mail) -> mails.put(language.toLanguageTag(), mail));
		}
		return new Previewed(this.office.reach(salon.number(), draft.audience()), mails);
	}

	/**
	 * Sends it to one address, at once and once.
	 * @param to the address
	 * @param language in which mails are written
	 */
	@PostMapping("/test")
	@ApiResponse(responseCode = "404", description = NO_SALON)
	@ApiResponse(responseCode = "422", description = REFUSED + ", or no address or language")
	@ApiResponse(responseCode = "502", description = "The mail server did not take it, or cannot be reached")
	Tried test(@RequestParam @Schema(format = "email") String to, @RequestParam String language,
			@RequestBody NewMessage message) {
		Salon salon = salon(message);
		MessageDraft draft = checked(message);
		Locale locale = Locale.forLanguageTag(language);
		if (!this.office.languages().contains(locale)) {
			throw new BadField("language", "one of " + this.office.languages());
		}
		if (!MailAddress.is(to)) {
			throw new BadField("to", "no mail address");
		}
		try {
			SmtpAnswer answer = this.office.test(draft, salon, locale, to);
			if (answer.verdict() != SmtpAnswer.Verdict.ACCEPTED) {
				throw new ResponseStatusException(HttpStatus.BAD_GATEWAY,
						"The mail server did not take it: " + answer.text());
			}
			return new Tried(to);
		}
		catch (SmtpUnreachable ex) {
			throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, ex.getMessage(), ex);
		}
	}

	/** Plans it for all whom it is for now. The first mail goes in half a minute. */
	@PostMapping
	@ApiResponse(responseCode = "404", description = NO_SALON)
	@ApiResponse(responseCode = "422", description = REFUSED + ", or the id is that of another message")
	@ResponseStatus(HttpStatus.ACCEPTED)
	MessageView send(@RequestBody NewMessage message, Principal operator) {
		Salon salon = salon(message);
		MessageDraft draft = checked(message);
		Message sent = this.office.send(draft, salon, operator.getName());
		if (sent.salon() != draft.salon() || !sent.audience().equals(draft.audience())
				|| !Set.copyOf(sent.words()).equals(Set.copyOf(draft.written()))) {
			throw new BadField("id", "is that of another message");
		}
		return known(this.office.view(sent.id()));
	}

	/** Takes it back from all that have not got it. Again: no effect. */
	@PostMapping("/{id}/undo")
	@ApiResponse(responseCode = "404", description = "No such message")
	MessageView undo(@PathVariable UUID id, Principal operator) {
		return known(this.office.undo(id, operator.getName()));
	}

	private Salon salon(NewMessage message) {
		Integer number = message.salon();
		if (number == null) {
			throw new BadField("salon", "must be given");
		}
		return this.office.salon(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, NO_SALON));
	}

	private MessageDraft checked(NewMessage message) {
		MessageDraft draft = message.draft(this.office.languages());
		Map<String, String> problems = new TreeMap<>();
		draft.problems(this.office.languages()).forEach((field, problem) -> problems.put(field, text(problem)));
		if (!problems.isEmpty()) {
			throw new BadFields(problems);
		}
		return draft;
	}

	private static String text(Problem problem) {
		InvalidWords words = problem.words();
		return (words != null) ? String.valueOf(words.getMessage()) : "must not be empty";
	}

	private static MessageView known(Optional<MessageView> message) {
		return message.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * A message to send.
	 *
	 * @param id of one's own choice: sent twice, it is one message
	 * @param audience to whom of those that signed up
	 * @param words in Mustache, for all and, if wanted, for those who read one language
	 */
	record NewMessage(@Nullable UUID id, @Nullable Integer salon, @Nullable Set<Audience> audience,
			@Nullable List<Words> words) {

		MessageDraft draft(List<Locale> languages) {
			Set<Audience> to = Objects.requireNonNullElse(this.audience, Set.of());
			List<MessageWords> said = Stream.ofNullable(this.words)
				.flatMap(List::stream)
				.map((each) -> each.read(languages))
				.toList();
			if (said.stream().map(MessageWords::language).distinct().count() < said.size()) {
				throw new BadField("words", "each language once");
			}
			return new MessageDraft(Objects.requireNonNullElseGet(this.id, UUID::randomUUID),
					Objects.requireNonNullElse(this.salon, 0), to, said);
		}

	}

	/**
	 * Words in one language.
	 *
	 * @param language absent for all who read none of the others
	 */
	record Words(@Nullable String language, @Schema(maxLength = OwnWords.LONGEST_SUBJECT) @Nullable String subject,
			@Schema(maxLength = OwnWords.LONGEST_BODY) @Nullable String body) {

		private MessageWords read(List<Locale> languages) {
			String tag = Objects.requireNonNullElse(this.language, MessageWords.ALL);
			if (!tag.equals(MessageWords.ALL) && languages.stream().map(Locale::toLanguageTag).noneMatch(tag::equals)) {
				throw new BadField("language", "one of " + languages);
			}
			return new MessageWords(tag, Objects.requireNonNullElse(this.subject, ""),
					Objects.requireNonNullElse(this.body, ""));
		}

	}

	/**
	 * What would be sent.
	 *
	 * @param mails by language
	 */
	record Previewed(Reach reach, Map<String, Preview> mails) {
	}

	/**
	 * The mail server has it.
	 *
	 * @param to the address it was sent to
	 */
	record Tried(String to) {
	}

}
