package org.salon.notification.operator;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.salon.access.audit.ChangesNothing;
import org.salon.notification.mail.InvalidWords;
import org.salon.notification.mail.LetterPreview;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpUnreachable;
import org.salon.notification.template.Template;
import org.salon.notification.template.TemplateDesk;

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

	private final TemplateDesk desk;

	TemplateController(TemplateDesk desk) {
		this.desk = desk;
	}

	/** The words of every mail in every language, own or built-in. */
	@GetMapping
	List<Template> list() {
		return this.desk.list();
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
			this.desk.save(kind, locale, text(body.subject()), text(body.body()));
		}
		catch (InvalidWords ex) {
			throw refused(ex);
		}
		return this.desk.find(kind, locale);
	}

	/** Goes back to the built-in words. */
	@DeleteMapping("/{kind}/{language}")
	@ApiResponse(responseCode = "404", description = "No such mail, or no such language")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String kind, @PathVariable String language) {
		this.desk.remove(kind, checked(kind, language));
	}

	/** A mail in these words with sample data; nothing is kept or sent. */
	@ChangesNothing
	@PostMapping("/{kind}/{language}/preview")
	@ApiResponse(responseCode = "404", description = "No such mail, or no such language")
	@ApiResponse(responseCode = "422", description = REFUSED)
	LetterPreview.Preview preview(@PathVariable String kind, @PathVariable String language,
			@RequestBody TemplateBody body) {
		Locale locale = checked(kind, language);
		try {
			return this.desk.preview(kind, locale, body.words());
		}
		catch (InvalidWords ex) {
			throw refused(ex);
		}
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
		if (!MailAddress.is(to)) {
			throw new BadField("to", "no mail address");
		}
		try {
			SmtpAnswer answer = this.desk.test(kind, locale, body.words(), to);
			if (answer.verdict() != SmtpAnswer.Verdict.ACCEPTED) {
				throw new ResponseStatusException(HttpStatus.BAD_GATEWAY,
						"The mail server did not take it: " + answer.text());
			}
			return new Sent(to);
		}
		catch (InvalidWords ex) {
			throw refused(ex);
		}
		catch (SmtpUnreachable ex) {
			throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, ex.getMessage(), ex);
		}
	}

	private Locale checked(String kind, String language) {
		return this.desk.language(kind, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static BadField refused(InvalidWords problem) {
		return new BadField(problem.field(), String.valueOf(problem.getMessage()));
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	/**
	 * Words to keep or to try. In Mustache: {@code name}, {@code number}, {@code title},
	 * {@code time}, {@code zone}, {@code ownTime}, {@code host}, {@code format},
	 * {@code until}, {@code soon}, {@code place}, and {@code speakers} as a section with
	 * {@code name} and {@code affiliation}; what a mail does not have is empty.
	 */
	record TemplateBody(@Schema(maxLength = OwnWords.LONGEST_SUBJECT) @Nullable String subject,
			@Schema(maxLength = OwnWords.LONGEST_BODY) @Nullable String body) {

		/** None, where there are none: the built-in ones. */
		LetterPreview.@Nullable Words words() {
			return (this.subject == null && this.body == null) ? null
					: new LetterPreview.Words(text(this.subject), text(this.body));
		}

	}

	/**
	 * The mail server has it.
	 *
	 * @param to the address it was sent to
	 */
	record Sent(String to) {
	}

}
