package org.salon.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of the mails, in the languages that there are. */
@Component
class Wording {

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	private final Locale defaultLocale;

	Wording(LinkProperties properties) {
		this.messages.setBasename("mail/words");
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
		this.defaultLocale = supported(properties.defaultLocale(), Locale.SIMPLIFIED_CHINESE);
	}

	/** The language to write in to someone who asked for that one. */
	Locale language(String tag) {
		return supported(Locale.forLanguageTag(tag), this.defaultLocale);
	}

	String say(Locale locale, String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	MessageSource source() {
		return this.messages;
	}

	private static Locale supported(Locale wanted, Locale otherwise) {
		return switch (wanted.getLanguage()) {
			case "zh" -> Locale.SIMPLIFIED_CHINESE;
			case "en" -> Locale.ENGLISH;
			default -> otherwise;
		};
	}

}
