package org.salon.registration.member;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;

/** How someone wants to be called. */
public final class PersonName {

	/** In characters. */
	public static final int LONGEST = 100;

	// A name is written into mails to any address: with a link in it, we would send spam.
	private static final Pattern LINK = Pattern
		.compile("://|(https?|hxxps?|ftp|mailto):|\\bwww\\.|\\b[0-9]{1,3}(\\.[0-9]{1,3}){3}\\b|[\\p{L}\\p{N}-]\\.("
				+ "com|net|org|cn|io|ru|xyz|top|info|me|app|dev|shop|site|link|click|biz|cc|co|online|store|tech|club"
				+ "|vip|live|win|icu|wang|xn--[a-z0-9-]+|中国|中國|公司|网络|网址|在线|рф)\\b",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	// Any other domain; but "St.John" and "Dr.Li" are names.
	private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]{2}\\.([a-z]{2,24}|[A-Z]{2,24})\\b",
			Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}]");

	private static final Pattern SLASH = Pattern.compile("[\\u2044\\u2215\\u29F8]");

	// What browsers take for the dot of a domain, besides what NFKC makes one.
	private static final Pattern DOT = Pattern.compile("\\u3002");

	private PersonName() {
	}

	/** The name; empty, with a problem noted, if it is none. */
	public static String read(Checks checks, @Nullable String raw) {
		String name = checks.line("name", raw, LONGEST);
		String read = asBrowsersRead(name);
		if (LINK.matcher(read).find() || DOMAIN.matcher(read).find()) {
			checks.reject("name", "name.link");
		}
		return name;
	}

	/** The same for those who need not say it: empty then. */
	static String readOptional(Checks checks, @Nullable String raw) {
		return (raw == null || raw.isBlank()) ? "" : read(checks, raw);
	}

	/** Without what hides a link from us and not from those who follow it. */
	private static String asBrowsersRead(String name) {
		String seen = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
		return SLASH.matcher(DOT.matcher(seen).replaceAll(".")).replaceAll("/");
	}

}
