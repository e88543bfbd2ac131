package org.salon.registration.salon;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which addresses may stand behind a link: http or https, to a named public host, with
 * nobody's name in it. Hosts are never looked up.
 */
public final class WebAddress {

	static final int LONGEST = 2_000;

	// A browser takes 0x7f.1, 017700000001 and 2130706433 for 127.0.0.1.
	private static final Pattern NUMERIC_HOST = Pattern.compile("(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");

	private static final Pattern PLAIN_IPV4 = Pattern.compile("[1-9]?[0-9]{1,2}(\\.(0|[1-9][0-9]{0,2})){3}");

	private WebAddress() {
	}

	/** What is wrong with the address, as a message code, or null. */
	public static @Nullable String problemOf(String url) {
		if (url.length() > LONGEST) {
			return "link.tooLong";
		}
		URI uri;
		try {
			uri = new URI(url);
		}
		catch (URISyntaxException ex) {
			return "link.form";
		}
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("http") && !scheme.equals("https")) {
			return "link.scheme";
		}
		if (uri.getRawAuthority() == null || uri.getRawAuthority().isEmpty()) {
			return "link.form";
		}
		if (uri.getRawAuthority().contains("@")) {
			return "link.user";
		}
		return (uri.getHost() == null) ? "link.form" : hostProblem(uri.getHost().toLowerCase(Locale.ROOT));
	}

	private static @Nullable String hostProblem(String host) {
		if (host.startsWith("[")) {
			return isPublicAddress(host.substring(1, host.length() - 1)) ? null : "link.private";
		}
		if (NUMERIC_HOST.matcher(host).matches()) {
			return PLAIN_IPV4.matcher(host).matches() && isPublicAddress(host) ? null : "link.private";
		}
		boolean named = host.contains(".") && !host.endsWith(".local") && !host.endsWith(".internal")
				&& !host.endsWith(".localhost") && !host.endsWith(".home.arpa") && !host.endsWith(".");
		return named ? null : "link.private";
	}

	private static boolean isPublicAddress(String literal) {
		try {
			InetAddress address = InetAddress.ofLiteral(literal);
			byte[] bytes = address.getAddress();
			boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
			boolean shared = bytes.length == 4 && (bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64;
			boolean translated = bytes.length == 16 && bytes[0] == 0 && bytes[1] == 0x64;
			return !(address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isSiteLocalAddress()
					|| address.isLinkLocalAddress() || address.isMulticastAddress() || uniqueLocal || shared
					|| translated || bytes[0] == 0);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
