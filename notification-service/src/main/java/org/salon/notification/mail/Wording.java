package org.salon.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

import org.salon.access.page.MessageFiles;

/**
 * The words of the mails, in the languages that there are: one more file of words is one
 * more language.
 */
@Component
public class Wording {

	private static final String WORDS = "mail/words";

	private final List<Locale> languages = MessageFiles.languages(WORDS);

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	private final Locale defaultLocale;

	Wording(LinkProperties properties) {
		this.messages.setBasename(WORDS);
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
		this.defaultLocale = nearest(properties.defaultLocale()).orElse(this.languages.getFirst());
	}

	/** The language to write in to someone who asked for that one. */
	public Locale language(String tag) {
		return nearest(Locale.forLanguageTag(tag)).orElse(this.defaultLocale);
	}

	List<Locale> languages() {
		return this.languages;
	}

	/** The words of a key in a language. */
	public String say(Locale locale, String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** All of them, for templates. */
	public MessageSource source() {
		return this.messages;
	}

	private Optional<Locale> nearest(Locale wanted) {
		return this.languages.stream()
			.filter((language) -> language.getLanguage().equals(wanted.getLanguage()))
			.findFirst();
	}

}
