package org.salon.registration.salon;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;
import org.salon.registration.input.JsonFields;

/** Reads when people, or chats, are reminded, as the operator writes it. */
final class RemindersRequest {

	static final int MOST = 10;

	private static final Duration LONGEST = Duration.ofDays(60);

	private static final int TEXT = 40;

	private RemindersRequest() {
	}

	/**
	 * Reads such a field of a salon, longest first.
	 * @param name of the field
	 * @param known what is kept where the request says nothing
	 * @return nothing, if they are to be as of all salons
	 */
	static @Nullable List<Duration> read(JsonFields salon, String name, @Nullable List<Duration> known) {
		if (!salon.has(name)) {
			return known;
		}
		if (!salon.says(name)) {
			return null;
		}
		List<String> texts = salon.lines(name, TEXT);
		if (texts.size() > MOST) {
			salon.checks().reject(salon.name(name), "field.tooMany", MOST);
			return known;
		}
		List<Duration> offsets = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			Duration offset = offset(texts.get(i), salon.name(name) + "[" + i + "]", salon.checks());
			if (offset != null && !offsets.contains(offset)) {
				offsets.add(offset);
			}
		}
		offsets.sort(Comparator.reverseOrder());
		return offsets;
	}

	private static @Nullable Duration offset(String text, String field, Checks checks) {
		try {
			Duration offset = Duration.parse(text);
			if (offset.isPositive() && offset.compareTo(LONGEST) <= 0) {
				return offset;
			}
		}
		catch (DateTimeParseException | ArithmeticException ex) {
			// Said below.
		}
		if (checks.accepts(field)) {
			checks.reject(field, "field.reminder", LONGEST.toDays());
		}
		return null;
	}

}
