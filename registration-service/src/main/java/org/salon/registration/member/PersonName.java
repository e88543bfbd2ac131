package org.salon.registration.member;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;

/** How someone wants to be called. */
public final class PersonName {

	/** In characters. */
	public static final int LONGEST = 100;

	// A name is written into mails to any address: with a link in it, we would send spam.
	private static final Pattern LINK = Pattern.compile(
			"://|\\bwww\\.|[\\p{L}\\p{N}-]\\.(com|net|org|cn|io|ru|xyz|top|info|me|app|dev|shop|site|link|click|biz|cc|co)\\b",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

	private PersonName() {
	}

	/** The name; empty, with a problem noted, if it is none. */
	public static String read(Checks checks, @Nullable String raw) {
		String name = checks.line("name", raw, LONGEST);
		if (LINK.matcher(name).find()) {
			checks.reject("name", "name.link");
		}
		return name;
	}

	/** The same for those who need not say it: empty then. */
	static String readOptional(Checks checks, @Nullable String raw) {
		return (raw == null || raw.isBlank()) ? "" : read(checks, raw);
	}

}
