package org.salon.notification.operator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.InvalidWords;
import org.salon.notification.mail.LetterPreview;
import org.salon.notification.mail.Occasions;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpUnreachable;
import org.salon.notification.template.StoredTemplate;
import org.salon.notification.template.StoredTemplates;
import org.salon.notification.template.TestMail;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The words of mails, and the operator's own in their place. */
@Tag(name = "Templates", description = "Subject and body of each mail, in Mustache.")
@RestController
@RequestMapping("/api/templates")
class TemplateController {

	private static final String REFUSED = "The words cannot be said: unknown values, a section that is not closed";

	private final StoredTemplates templates;

	private final LetterPreview preview;

	private final TestMail testMail;

	TemplateController(StoredTemplates templates, LetterPreview preview, TestMail testMail) {
		this.templates = templates;
		this.preview = preview;
		this.testMail = testMail;
	}

	/** The words of every mail in every language, own or built-in. */
	@GetMapping
	List<Template> list() {
		Map<String, StoredTemplate> own = this.templates.all()
			.stream()
			.collect(Collectors.toMap((one) -> one.occasion() + one.language(), Function.identity()));
		return Occasions.ALL.stream()
			.flatMap((occasion) -> this.preview.languages()
				.stream()
				.map((language) -> template(occasion, language, own.get(occasion + language))))
			.toList();
	}

	/**
	 * Keeps own words for a mail; it is sent in them from now on, by every instance
	 * within two seconds.
	 * @param kind as the list has it
	 * @param language as the list has it
	 */
	@PutMapping("/{kind}/{language}")
	@ApiResponse(responseCode = "404", description = "No such mail, or no such language")
	@ApiResponse(responseCode = "422", description = REFUSED)
	Template save(@PathVariable String kind, @PathVariable String language, @RequestBody TemplateBody body) {
		Locale locale = checked(kind, language);
		try {
			this.templates.save(kind, locale, text(body.subject()), text(body.body()));
		}
		catch (InvalidWords ex) {
			throw refused(ex);
		}
		return template(kind, locale, stored(kind, locale));
	}

	/** Goes back to the built-in words. */
	@DeleteMapping("/{kind}/{language}")
	@ApiResponse(responseCode = "404", description = "No such mail, or no such language")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String kind, @PathVariable String language) {
		this.templates.remove(kind, checked(kind, language));
	}

	/** A mail in these words with sample data; nothing is kept or sent. */
	@PostMapping("/{kind}/{language}/preview")
	@ApiResponse(responseCode = "404", description = "No such mail, or no such language")
	@ApiResponse(responseCode = "422", description = REFUSED)
	LetterPreview.Preview preview(@PathVariable String kind, @PathVariable String language,
			@RequestBody TemplateBody body) {
		return this.preview.preview(kind, checked(kind, language), compiled(body));
	}

	/**
	 * Sends a mail in these words with sample data, at once and once.
	 * @param to the address to send it to
	 * @return what the mail server said
	 */
	@PostMapping("/{kind}/{language}/test")
	@ApiResponse(responseCode = "404", description = "No such mail, or no such language")
	@ApiResponse(responseCode = "422", description = REFUSED + "; or no address to send to")
	@ApiResponse(responseCode = "502", description = "The mail server did not take it, or cannot be reached")
	Sent test(@PathVariable String kind, @PathVariable String language,
			@RequestParam @Schema(format = "email") String to, @RequestBody TemplateBody body) {
		Locale locale = checked(kind, language);
		String address = address(to);
		OwnWords own = compiled(body);
		try {
			SmtpAnswer answer = this.testMail.send(this.preview.mail(kind, locale, own, address), address);
			if (answer.verdict() != SmtpAnswer.Verdict.ACCEPTED) {
				throw new ResponseStatusException(HttpStatus.BAD_GATEWAY,
						"The mail server did not take it: " + answer.text());
			}
			return new Sent(address);
		}
		catch (SmtpUnreachable ex) {
			throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, ex.getMessage(), ex);
		}
	}

	private Template template(String occasion, Locale language, @Nullable StoredTemplate own) {
		LetterPreview.Words builtIn = this.preview.builtIn(occasion, language);
		return new Template(occasion, language.toLanguageTag(), own != null,
				(own != null) ? own.subject() : builtIn.subject(), (own != null) ? own.body() : builtIn.body(),
				(own != null) ? own.savedAt() : null);
	}

	private @Nullable StoredTemplate stored(String occasion, Locale language) {
		return this.templates.all()
			.stream()
			.filter((one) -> one.occasion().equals(occasion) && one.language().equals(language))
			.findFirst()
			.orElse(null);
	}

	private Locale checked(String kind, String language) {
		Locale wanted = Locale.forLanguageTag(language);
		if (!Occasions.ALL.contains(kind) || !this.preview.languages().contains(wanted)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return wanted;
	}

	/** None for a body without words: the built-in ones. */
	private static @Nullable OwnWords compiled(TemplateBody body) {
		if (body.subject() == null && body.body() == null) {
			return null;
		}
		try {
			return OwnWords.compile(text(body.subject()), text(body.body()));
		}
		catch (InvalidWords ex) {
			throw refused(ex);
		}
	}

	private static String address(String to) {
		try {
			InternetAddress address = new InternetAddress(to, true);
			address.validate();
			return address.getAddress();
		}
		catch (AddressException ex) {
			throw new BadField("to", "no mail address");
		}
	}

	private static BadField refused(InvalidWords problem) {
		return new BadField(problem.field(), String.valueOf(problem.getMessage()));
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * Words for one mail in one language.
	 *
	 * @param own whether they are the operator's own
	 * @param body the first paragraphs, a line each
	 * @param savedAt when they were kept, if they are own
	 */
	record Template(String kind, String language, boolean own, String subject, String body, @Nullable Instant savedAt) {
	}

	/**
	 * Words to keep or to try. In Mustache: {@code name}, {@code number}, {@code title},
	 * {@code time}, {@code zone}, {@code ownTime}, {@code host}, {@code format},
	 * {@code until}, {@code soon}, {@code place}, and {@code speakers} as a section with
	 * {@code name} and {@code affiliation}; what a mail does not have is empty.
	 */
	record TemplateBody(@Schema(maxLength = OwnWords.LONGEST_SUBJECT) @Nullable String subject,
			@Schema(maxLength = OwnWords.LONGEST_BODY) @Nullable String body) {
	}

	/**
	 * The mail server has it.
	 *
	 * @param to the address it was sent to
	 */
	record Sent(String to) {
	}

}
