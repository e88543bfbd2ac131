package org.salon.notification.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.LetterPreview;
import org.salon.notification.mail.LetterPreview.Preview;
import org.salon.notification.mail.Occasions;
import org.salon.notification.mail.OwnWords;
import org.salon.notification.smtp.SmtpAnswer;
import org.salon.notification.smtp.SmtpUnreachable;

import org.springframework.stereotype.Component;

/**
 * What an operator can see and do of the words of mails. Words that cannot be said are
 * refused with {@link org.salon.notification.mail.InvalidWords}.
 */
@Component
public class TemplateDesk {

	private final StoredTemplates templates;

	private final LetterPreview preview;

	private final TestMail testMail;

	TemplateDesk(StoredTemplates templates, LetterPreview preview, TestMail testMail) {
		this.templates = templates;
		this.preview = preview;
		this.testMail = testMail;
	}

	/** The languages that there are words in. */
	public List<Locale> languages() {
		return this.preview.languages();
	}

	/** The values that words can say; {@code speakers} is a list. */
	public List<String> values() {
		return this.preview.values();
	}

	/** The words of every mail in every language, own or built-in. */
	public List<Template> list() {
		Map<String, StoredTemplate> own = this.templates.all()
			.stream()
			.collect(Collectors.toMap((one) -> one.occasion() + one.language(), Function.identity()));
		return Occasions.ALL.stream()
			.flatMap((occasion) -> languages().stream()
				.map((language) -> template(occasion, language, own.get(occasion + language))))
			.toList();
	}

	/** The language of that tag, if there are such a mail and such a language. */
	public Optional<Locale> language(String occasion, String tag) {
		return Optional.of(Locale.forLanguageTag(tag))
			.filter((language) -> Occasions.ALL.contains(occasion) && languages().contains(language));
	}

	/** The words of a mail that there is. */
	public Template find(String occasion, Locale language) {
		return template(occasion, language,
				this.templates.all()
					.stream()
					.filter((one) -> one.occasion().equals(occasion) && one.language().equals(language))
					.findFirst()
					.orElse(null));
	}

	/**
	 * Keeps own words; they are said from now on, by every instance within two seconds.
	 */
	public void save(String occasion, Locale language, String subject, String body) {
		this.templates.save(occasion, language, subject, body);
	}

	/** Goes back to the built-in words. */
	public void remove(String occasion, Locale language) {
		this.templates.remove(occasion, language);
	}

	/**
	 * A mail in these words with sample data; nothing is kept or sent.
	 * @param words none for the built-in ones
	 */
	public Preview preview(String occasion, Locale language, LetterPreview.@Nullable Words words) {
		return this.preview.preview(occasion, language, compiled(words));
	}

	/**
	 * Sends a mail in these words with sample data, at once and once.
	 * @param words none for the built-in ones
	 */
	public SmtpAnswer test(String occasion, Locale language, LetterPreview.@Nullable Words words, String address)
			throws SmtpUnreachable {
		return this.testMail.send(this.preview.mail(occasion, language, compiled(words), address), address);
	}

	private Template template(String occasion, Locale language, @Nullable StoredTemplate own) {
		LetterPreview.Words builtIn = this.preview.builtIn(occasion, language);
		return new Template(occasion, language.toLanguageTag(), own != null,
				(own != null) ? own.subject() : builtIn.subject(), (own != null) ? own.body() : builtIn.body(),
				(own != null) ? own.savedAt() : null);
	}

	private static @Nullable OwnWords compiled(LetterPreview.@Nullable Words words) {
		return (words != null) ? OwnWords.compile(words.subject(), words.body()) : null;
	}

}
