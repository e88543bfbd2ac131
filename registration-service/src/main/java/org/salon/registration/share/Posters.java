package org.salon.registration.share;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.salon.access.page.Languages;
import org.salon.events.salon.Speaker;
import org.salon.registration.SalonProperties;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;

/** The posters of salons, drawn when first asked for, and kept while they are true. */
@Component
class Posters {

	private static final int KEPT = 64;

	private final Map<Key, byte[]> drawn = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
			return size() > KEPT;
		}

	});

	private final SalonPages pages;

	private final MessageSource messages;

	private final Languages languages;

	private final SalonProperties properties;

	Posters(SalonPages pages, MessageSource messages, Languages languages, SalonProperties properties) {
		this.pages = pages;
		this.messages = messages;
		this.languages = languages;
		this.properties = properties;
	}

	byte[] of(Salon salon) {
		return this.drawn.computeIfAbsent(new Key(salon.number(), salon.version()), (key) -> draw(salon));
	}

	private byte[] draw(Salon salon) {
		Locale locale = readable(this.languages.fallback(), salon) ? this.languages.fallback() : Locale.ENGLISH;
		String speakers = salon.details()
			.speakers()
			.stream()
			.map(Speaker::name)
			.collect(Collectors.joining(locale.getLanguage().equals("zh") ? "、" : ", "));
		return Poster.draw(number(locale, salon), salon.details().title(), this.pages.when(salon, locale), speakers,
				QrCode.of(this.properties.page("/salons/" + salon.number())));
	}

	private boolean readable(Locale locale, Salon salon) {
		return Typeface.forText(number(locale, salon) + this.pages.when(salon, locale)).isPresent();
	}

	private String number(Locale locale, Salon salon) {
		String site = this.messages.getMessage("site.name", null, locale);
		return site + " · "
				+ this.messages.getMessage("salon.number", new Object[] { String.valueOf(salon.number()) }, locale);
	}

	private record Key(int number, long version) {
	}

}
