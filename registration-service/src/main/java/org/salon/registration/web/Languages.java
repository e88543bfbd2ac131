package org.salon.registration.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.registration.SalonProperties;

/** The languages that there are, and which of them a reader gets. */
@Component
public class Languages {

	/** In the order in which they are offered. */
	static final List<Locale> ALL = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

	private final Locale fallback;

	Languages(SalonProperties properties) {
		this.fallback = nearest(properties.defaultLocale()).orElse(Locale.SIMPLIFIED_CHINESE);
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

	private static Optional<Locale> nearest(Locale wanted) {
		return ALL.stream().filter((language) -> language.getLanguage().equals(wanted.getLanguage())).findFirst();
	}

}
