package org.salon.registration.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.access.page.MessageFiles;
import org.salon.registration.SalonProperties;

/** The languages that there are, and which of them a reader gets. */
@Component
public class Languages {

	private final List<Locale> all = MessageFiles.languages("messages");

	private final Locale fallback;

	Languages(SalonProperties properties) {
		this.fallback = nearest(properties.defaultLocale()).orElse(this.all.getFirst());
	}

	/** In the order in which they are offered. */
	public List<Choice> all() {
		return this.all.stream().map(Choice::new).toList();
	}

	/** For readers who ask for none that there is. */
	public Locale fallback() {
		return this.fallback;
	}

	/** The language of that tag, or of its kin, such as zh-CN for zh-TW. */
	public Optional<Locale> named(@Nullable String tag) {
		return (tag == null) ? Optional.empty() : nearest(Locale.forLanguageTag(tag));
	}

	/** The best for an {@code Accept-Language} header. */
	Locale accepted(@Nullable String header) {
		if (header == null || header.isBlank()) {
			return this.fallback;
		}
		try {
			return Locale.LanguageRange.parse(header)
				.stream()
				.map((range) -> named(range.getRange()))
				.flatMap(Optional::stream)
				.findFirst()
				.orElse(this.fallback);
		}
		catch (IllegalArgumentException ex) {
			return this.fallback;
		}
	}

	private Optional<Locale> nearest(Locale wanted) {
		return this.all.stream().filter((language) -> language.getLanguage().equals(wanted.getLanguage())).findFirst();
	}

	/** A language as it is offered, by the name that its readers know it by. */
	public record Choice(String tag, String language, String name) {

		Choice(Locale locale) {
			this(locale.toLanguageTag(), locale.getLanguage(), locale.getDisplayLanguage(locale));
		}

	}

}
