package org.salon.notification.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.salon.notification.salon.Salon;

/** What the operator's own words can say of a mail: values that are there, or empty. */
final class LetterValues {

	static final String SPEAKERS = "speakers";

	/** Of the mail; {@code affiliation}, and {@code name} too, are of a speaker. */
	static final List<String> OF_MAIL = List.of("name", "number", "title", "time", "zone", "ownTime", "host", "format",
			SPEAKERS, "until", "soon", "place");

	static final Set<String> NAMES = Stream.concat(OF_MAIL.stream(), Stream.of("affiliation"))
		.collect(Collectors.toUnmodifiableSet());

	/** Of a mail that has nothing to say. */
	static final Map<String, Object> EMPTY = OF_MAIL.stream()
		.collect(Collectors.toUnmodifiableMap((name) -> name, (name) -> name.equals(SPEAKERS) ? List.of() : ""));

	private LetterValues() {
	}

	static Map<String, Object> of(Letter letter, SalonTime time, @Nullable String soon, @Nullable String until) {
		Map<String, Object> values = new LinkedHashMap<>(EMPTY);
		PlainText.name(letter.member().name()).ifPresent((name) -> values.put("name", name));
		values.put("soon", text(soon));
		values.put("until", text(until));
		Integer place = (letter.aboutPlace() != null) ? letter.aboutPlace().placeInLine() : null;
		values.put("place", (place != null) ? place.toString() : "");
		Salon salon = letter.aboutSalon();
		if (salon != null) {
			values.put("number", Integer.toString(salon.number()));
			values.put("title", PlainText.line(salon.title()));
			values.put("time", time.span(salon));
			values.put("zone", time.zone(salon));
			values.put("ownTime", time.own(salon, letter.member().zone()).orElse(""));
			values.put("host", PlainText.line(salon.host()));
			values.put("format", PlainText.line(salon.facts().format()));
			values.put(SPEAKERS,
					salon.speakers()
						.stream()
						.map((speaker) -> Map.of("name", PlainText.line(speaker.name()), "affiliation",
								PlainText.line(speaker.affiliation())))
						.toList());
		}
		return values;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
