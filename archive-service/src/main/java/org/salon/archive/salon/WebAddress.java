package org.salon.archive.salon;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that may be made a link: http or https, with a host, without a user's name
 * in front of it, and without characters that browsers read over. Anything else in an
 * event is shown as text.
 *
 * @param url as it was written
 * @param host in lower case
 */
public record WebAddress(String url, String host) {

	// Not java.net.URI: addresses in real invitations hold Chinese and brackets, which it
	// refuses and browsers take.
	private static final Pattern FORM = Pattern.compile("https?://([^\\s/?#@\\\\:]+)(:\\d{1,5})?([/?#].*)?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Z}\\\\]");

	/** The address, or empty if it must not be a link. */
	public static Optional<WebAddress> of(String url) {
		Matcher matcher = FORM.matcher(url);
		if (!matcher.matches() || UNSEEN.matcher(url).find()) {
			return Optional.empty();
		}
		return Optional.of(new WebAddress(url, matcher.group(1).toLowerCase(Locale.ROOT)));
	}

	/** Where the address leads: a platform known by name, or the host. */
	public Platform platform() {
		return Platform.ofHost(this.host);
	}

}
