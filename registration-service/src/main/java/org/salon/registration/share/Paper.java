package org.salon.registration.share;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.salon.registration.salon.WebAddress;

/**
 * A line about a paper, with the first web address in it as a link.
 *
 * @param text what is said besides the address; the address itself if there is no more
 * @param url safe to put behind a link; none if the line holds no such address
 */
public record Paper(String text, @Nullable String url) {

	// Chinese text runs on after an address without a space.
	private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7E&&[^<>\"'`]]+",
			Pattern.CASE_INSENSITIVE);

	private static final String CLOSING = ".,;:!?)]}";

	static Paper of(String line) {
		Matcher matcher = ADDRESS.matcher(line);
		while (matcher.find()) {
			String url = withoutClosing(matcher.group());
			if (WebAddress.problemOf(url) == null) {
				String rest = (line.substring(0, matcher.start()) + line.substring(matcher.start() + url.length()))
					.replaceAll("[(\\[（【<]\\s*[)\\]）】>]", "")
					.replaceAll("[\\s:：,，;；|-]+$", "")
					.strip();
				return new Paper(rest.isEmpty() ? url : rest, url);
			}
		}
		return new Paper(line, null);
	}

	private static String withoutClosing(String url) {
		int end = url.length();
		while (end > 0 && CLOSING.indexOf(url.charAt(end - 1)) >= 0 && !opens(url.substring(0, end))) {
			end--;
		}
		return url.substring(0, end);
	}

	/** Whether a bracket at the end belongs to the address, as in Wikipedia's. */
	private static boolean opens(String url) {
		return url.endsWith(")")
				&& url.chars().filter((c) -> c == '(').count() >= url.chars().filter((c) -> c == ')').count();
	}

}
