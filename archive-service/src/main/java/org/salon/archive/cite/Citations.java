package org.salon.archive.cite;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.salon.archive.salon.Salon;
import org.salon.archive.web.SalonProperties;

/**
 * References to salons, for files and for the page of a salon. They are in the club's
 * language, not the reader's: a reference says the same to everybody.
 */
@Component
public class Citations {

	private final SalonProperties properties;

	private final MessageSource messages;

	Citations(SalonProperties properties, MessageSource messages) {
		this.properties = properties;
		this.messages = messages;
	}

	/** The reference as a line of text. */
	public String plain(Salon salon) {
		return of(salon).plain();
	}

	/** The reference as an entry of BibTeX. */
	public String bibTex(Salon salon) {
		return BibTexFile.write(List.of(of(salon)));
	}

	Citation of(Salon salon) {
		Locale language = this.properties.defaultLocale();
		String host = given(salon.host());
		boolean spoken = !salon.speakers().isEmpty();
		return new Citation("salon" + salon.number(), authors(salon, host), spoken ? host : null,
				OneLine.of(salon.title()), salon.date(),
				this.messages.getMessage("salon.number", new Object[] { Integer.toString(salon.number()) }, language),
				given(salon.series()), salon.number(), this.properties.archiveUrl("/archive/" + salon.number()),
				salon.tags().stream().map(OneLine::of).toList(), given(String.join("; ", salon.notes())),
				language.toLanguageTag());
	}

	private static List<Citation.Author> authors(Salon salon, @Nullable String host) {
		if (salon.speakers().isEmpty()) {
			return (host != null) ? List.of(new Citation.Author(host, false)) : List.of();
		}
		return salon.speakers()
			.stream()
			.map((speaker) -> new Citation.Author(OneLine.of(speaker.name()), true))
			.toList();
	}

	private static @Nullable String given(@Nullable String text) {
		String line = (text != null) ? OneLine.of(text) : "";
		return line.isEmpty() ? null : line;
	}

}
