package org.salon.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads speakers with their affiliations: {@code 张三（浙江大学）、李四}, {@code Ada Lovelace
 * (MIT), Alan Turing}, {@code Grace Hopper, Yale University}.
 */
final class SpeakerReader {

	private static final Pattern INSTITUTION = Pattern
		.compile(".*(?:大学|学院|公司|研究|实验室|集团|科技|中心|医院|中科院|科学院).*|.*(?<![a-z])(?i:university|institute|college|"
				+ "school|laboratory|labs?|inc|ltd|corp|company|academy|center|centre|research)(?![a-z]).*|[A-Z]{2,6}");

	private static final Pattern MARKER = Pattern.compile("^(?:\\d{1,2}\\s?[.、)）]|[-–—•·])\\s*+");

	private static final Pattern DASH = Pattern.compile("\\s[-–—|/]\\s|[—–|]{1,2}");

	private SpeakerReader() {
	}

	static List<Speaker> read(List<TextLine> lines) {
		List<Speaker> speakers = new ArrayList<>();
		for (TextLine line : lines) {
			String last = null;
			for (String piece : pieces(MARKER.matcher(line.text()).replaceFirst(""))) {
				if (last != null && INSTITUTION.matcher(piece).matches()) {
					speakers.set(speakers.size() - 1, new Speaker(last, piece));
					last = null;
					continue;
				}
				Speaker speaker = speaker(piece);
				speakers.add(speaker);
				last = (speaker.affiliation() == null) ? speaker.name() : null;
			}
		}
		return speakers;
	}

	/** The text at its separators, but for those in brackets. */
	private static List<String> pieces(String text) {
		List<String> pieces = new ArrayList<>();
		StringBuilder piece = new StringBuilder();
		int depth = 0;
		for (char character : text.toCharArray()) {
			depth = Math.max(0, depth + (Labels.opens(character) ? 1 : Labels.closes(character) ? -1 : 0));
			if (depth == 0 && "、，,；;&＆".indexOf(character) >= 0) {
				add(piece, pieces);
			}
			else {
				piece.append(character);
			}
		}
		add(piece, pieces);
		return pieces;
	}

	private static void add(StringBuilder piece, List<String> pieces) {
		if (!piece.toString().isBlank()) {
			pieces.add(piece.toString().strip());
		}
		piece.setLength(0);
	}

	private static Speaker speaker(String text) {
		int open = 0;
		while (open < text.length() && !Labels.opens(text.charAt(open))) {
			open++;
		}
		if (open > 0 && open < text.length()) {
			String inner = text.substring(open + 1);
			int close = Labels.closing(text.substring(open));
			String rest = (close > 0) ? text.substring(open + close + 1).strip() : "";
			String affiliation = (close > 0) ? inner.substring(0, close - 1) : inner;
			return new Speaker(text.substring(0, open).strip(),
					blankToNull((affiliation.strip() + " " + rest).strip()));
		}
		String[] halves = DASH.split(text, 2);
		boolean two = halves.length == 2 && !halves[0].isBlank();
		return new Speaker(two ? halves[0].strip() : text, two ? blankToNull(halves[1].strip()) : null);
	}

	private static @Nullable String blankToNull(String text) {
		return text.isBlank() ? null : text;
	}

}
