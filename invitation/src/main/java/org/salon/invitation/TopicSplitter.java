package org.salon.invitation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Splits topics at {@code ；}, {@code ;} and {@code +}, but not within brackets.
 *
 * <p>
 * A plus that belongs to a name stays: a double one (C++), one that a Latin name ends
 * with before a blank (Google+ API), and one beside a single letter or a number (a+b,
 * N+1).
 */
final class TopicSplitter {

	private TopicSplitter() {
	}

	static List<String> split(String text) {
		List<String> topics = new ArrayList<>();
		int start = 0;
		BitSet cuts = cuts(text);
		for (int cut = cuts.nextSetBit(0); cut >= 0; cut = cuts.nextSetBit(cut + 1)) {
			add(text.substring(start, cut), topics);
			start = cut + 1;
		}
		add(text.substring(start), topics);
		return topics;
	}

	/** Where the last topic of the text starts. */
	static int lastStart(StringBuilder text) {
		int start = text.length();
		while (start > 0 && "】；;".indexOf(text.charAt(start - 1)) < 0) {
			start--;
		}
		return start;
	}

	private static void add(String topic, List<String> topics) {
		if (!topic.isBlank()) {
			topics.add(topic.strip());
		}
	}

	private static BitSet cuts(String text) {
		BitSet cuts = new BitSet();
		BitSet enclosed = enclosed(text);
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			boolean separator = character == '；' || character == ';' || (character == '+' && separates(text, i));
			cuts.set(i, separator && !enclosed.get(i));
		}
		return cuts;
	}

	private static boolean separates(String text, int plus) {
		char before = (plus > 0) ? text.charAt(plus - 1) : '+';
		char after = (plus + 1 < text.length()) ? text.charAt(plus + 1) : '+';
		if (before == '+' || after == '+' || (latin(before) && after == ' ')) {
			return false;
		}
		return !operand(text, plus, -1) && !operand(text, plus, 1);
	}

	private static boolean latin(char character) {
		return character < 0x80 && Character.isLetterOrDigit(character);
	}

	/** Whether what stands on that side is empty, a number or a single letter. */
	private static boolean operand(String text, int plus, int step) {
		int at = plus + step;
		while (inside(text, at) && text.charAt(at) == ' ') {
			at += step;
		}
		int letters = 0;
		boolean figures = true;
		// Two characters are enough to tell, unless they are figures.
		while (inside(text, at) && Character.isLetterOrDigit(text.charAt(at)) && (figures || letters < 2)) {
			figures &= Character.isDigit(text.charAt(at));
			letters++;
			at += step;
		}
		if (letters == 0) {
			return !inside(text, at);
		}
		return figures || (letters < 2 && (!inside(text, at) || latin(text.charAt(at - step))));
	}

	private static boolean inside(String text, int at) {
		return at >= 0 && at < text.length();
	}

	/** Which characters stand between two brackets that match. */
	private static BitSet enclosed(String text) {
		BitSet enclosed = new BitSet();
		Deque<Integer> open = new ArrayDeque<>();
		for (int i = 0; i < text.length(); i++) {
			if (Labels.opens(text.charAt(i))) {
				open.push(i);
			}
			else if (Labels.closes(text.charAt(i)) && !open.isEmpty()) {
				int start = open.pop();
				if (open.isEmpty()) {
					enclosed.set(start, i);
				}
			}
		}
		return enclosed;
	}

}
