package org.salon.registration.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Which link led to a sign-up, as the link itself says by {@code utm_source}. It names a
 * channel, never a person: what does not look like a channel's name is counted as
 * {@link #OTHER}.
 */
public final class SignUpSource {

	/** The parameter of links, as campaigns everywhere call it. */
	public static final String PARAMETER = "utm_source";

	/** Whatever has no name that can be shown. */
	static final String OTHER = "other";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");

	private SignUpSource() {
	}

	/** The source that the address or the form names. */
	static Optional<String> of(HttpServletRequest request) {
		String named = request.getParameter(PARAMETER);
		if (named == null || named.isBlank()) {
			return Optional.empty();
		}
		String name = named.strip().toLowerCase(Locale.ROOT).replace('_', '-');
		return Optional.of(NAME.matcher(name).matches() ? name : OTHER);
	}

}
