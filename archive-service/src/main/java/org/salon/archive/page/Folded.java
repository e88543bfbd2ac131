package org.salon.archive.page;

import java.util.List;

/** A list of which so much is shown, and the rest on demand. */
record Folded<T>(List<T> shown, List<T> rest) {

	Folded {
		shown = List.copyOf(shown);
		rest = List.copyOf(rest);
	}

	static <T> Folded<T> none() {
		return new Folded<>(List.of(), List.of());
	}

	static <T> Folded<T> of(List<T> all, int shown) {
		// One alone is not worth being folded away.
		int kept = (all.size() <= shown + 1) ? all.size() : shown;
		return new Folded<>(all.subList(0, kept), all.subList(kept, all.size()));
	}

	/** A text, or its start if it is longer than that. */
	static String start(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
		return text.substring(0, end) + "…";
	}

}
