package org.salon.invitation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses that are written without any markup, glued to Chinese text as may be.
 */
final class BareAddresses {

	private static final Pattern START = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

	private BareAddresses() {
	}

	static void split(String text, int line, List<Segment> into) {
		Matcher matcher = START.matcher(text);
		int done = 0;
		while (done < text.length() && matcher.find(done)) {
			int end = end(text, matcher.start(), matcher.end());
			if (end == matcher.end()) {
				// A scheme and nothing after it is text.
				into.add(new Segment.Text(text.substring(done, end), line));
			}
			else {
				if (matcher.start() > done) {
					into.add(new Segment.Text(text.substring(done, matcher.start()), line));
				}
				String address = text.substring(matcher.start(), end);
				into.add(new Segment.Target(address, address, false, line));
			}
			done = end;
		}
		if (done < text.length()) {
			into.add(new Segment.Text(text.substring(done), line));
		}
	}

	private static int end(String text, int start, int from) {
		int end = from;
		while (end < text.length() && addressCharacter(text.charAt(end)) && !nextStarts(text, end)) {
			end++;
		}
		return trimmed(text, start, from, end);
	}

	private static boolean addressCharacter(char character) {
		return character > ' ' && character < 0x7F && "<>\"\\^`{|}[]".indexOf(character) < 0;
	}

	/**
	 * Whether a second address is glued on; one that is a parameter of the first is not.
	 */
	private static boolean nextStarts(String text, int at) {
		char character = text.charAt(at);
		return (character == 'h' || character == 'H') && "=/?&".indexOf(text.charAt(at - 1)) < 0
				&& (text.regionMatches(true, at, "http://", 0, 7) || text.regionMatches(true, at, "https://", 0, 8));
	}

	private static int trimmed(String text, int start, int from, int untrimmed) {
		int open = 0;
		for (int i = start; i < untrimmed; i++) {
			open += switch (text.charAt(i)) {
				case '(' -> 1;
				case ')' -> -1;
				default -> 0;
			};
		}
		int end = untrimmed;
		while (end > from) {
			char last = text.charAt(end - 1);
			if (last == ')' && open < 0) {
				open++;
			}
			else if ("?!.,:;'*~".indexOf(last) < 0) {
				break;
			}
			end--;
		}
		return end;
	}

}
