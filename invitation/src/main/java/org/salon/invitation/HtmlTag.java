package org.salon.invitation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** One tag, as the Markdown parser has already delimited it. */
record HtmlTag(String name, boolean closing, String text) {

	private static final Pattern NAME = Pattern.compile("^<(/?)([A-Za-z][A-Za-z0-9-]*)");

	private static final Pattern ATTRIBUTE = Pattern
		.compile("([A-Za-z_:][\\w:.-]*+)\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+'|[^\\s\"'=<>`]++)");

	/** The tag; null for a comment and the like. */
	static @Nullable HtmlTag of(String literal) {
		Matcher matcher = NAME.matcher(literal);
		if (!matcher.find()) {
			return null;
		}
		return new HtmlTag(matcher.group(2).toLowerCase(Locale.ROOT), !matcher.group(1).isEmpty(), literal);
	}

	/** The value of an attribute, empty if it has none. */
	String attribute(String wanted) {
		Matcher matcher = ATTRIBUTE.matcher(this.text);
		while (matcher.find()) {
			if (matcher.group(1).equalsIgnoreCase(wanted)) {
				String value = matcher.group(2);
				boolean quoted = value.charAt(0) == '"' || value.charAt(0) == '\'';
				// Other entities stay: an address that needs them to be one is refused.
				return (quoted ? value.substring(1, value.length() - 1) : value).replace("&amp;", "&").strip();
			}
		}
		return "";
	}

}
