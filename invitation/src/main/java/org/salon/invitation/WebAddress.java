package org.salon.invitation;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Decides which addresses people may be led to. No name is ever resolved. */
public final class WebAddress {

	static final int MAX_LENGTH = 2048;

	private static final Pattern HTTP = Pattern.compile("https?://([^/?#]*+)[^\\p{Cntrl}\\s\\\\]*+",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern HOST_AND_PORT = Pattern
		.compile("(\\[[0-9A-Fa-f:.]++\\]|[^\\[\\]:]++)(?::(\\d{1,5})?)?");

	private static final Pattern NUMERIC = Pattern.compile("(?:0[xX][0-9A-Fa-f]*+|\\d++)");

	private static final List<String> PRIVATE_DOMAINS = List.of("localhost", "local", "internal", "intranet", "lan",
			"home.arpa", "localdomain");

	private WebAddress() {
	}

	/**
	 * Why people may not be led there; null if they may.
	 *
	 * <p>
	 * Only http and https to a public host are let through: no user information, no
	 * backslash, blank or control character, at most {@value #MAX_LENGTH} characters.
	 * Hosts that are loopback, private or reserved are refused in every spelling of their
	 * number, and so are names without a dot.
	 */
	public static @Nullable WarningCode refusal(String address) {
		if (address.length() > MAX_LENGTH) {
			return WarningCode.LINK_TOO_LONG;
		}
		Matcher url = HTTP.matcher(address);
		Matcher authority = HOST_AND_PORT.matcher(url.matches() ? url.group(1) : "");
		if (!authority.matches() || authority.group(1).contains("@") || authority.group(1).contains("%")
				|| (authority.group(2) != null && Integer.parseInt(authority.group(2)) > 0xFFFF)) {
			return WarningCode.LINK_REFUSED;
		}
		try {
			return isPublic(authority.group(1)) ? null : WarningCode.LINK_PRIVATE;
		}
		catch (IllegalArgumentException ex) {
			return WarningCode.LINK_REFUSED;
		}
	}

	private static boolean isPublic(String host) {
		if (host.startsWith("[")) {
			return isPublic(InetAddress.ofLiteral(host.substring(1, host.length() - 1)));
		}
		// Browsers fold full-width digits and the ideographic full stop the same way.
		String folded = Normalizer.normalize(host, Normalizer.Form.NFKC).replace('。', '.').replaceFirst("\\.$", "");
		String ascii = IDN.toASCII(folded, IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		String last = ascii.substring(ascii.lastIndexOf('.') + 1);
		if (NUMERIC.matcher(last).matches()) {
			return isPublic(Inet4Address.ofPosixLiteral(ascii));
		}
		return ascii.contains(".")
				&& PRIVATE_DOMAINS.stream().noneMatch((domain) -> ascii.equals(domain) || ascii.endsWith("." + domain));
	}

	private static boolean isPublic(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		return (address instanceof Inet6Address) ? isPublicV6(bytes) : isPublicV4(bytes);
	}

	private static boolean isPublicV4(byte[] bytes) {
		int first = bytes[0] & 0xFF;
		int second = bytes[1] & 0xFF;
		boolean carrier = first == 100 && (second & 0xC0) == 64;
		boolean reserved = first == 0 || first >= 240 || (first == 192 && second == 0 && bytes[2] == 0);
		boolean benchmark = first == 198 && (second & 0xFE) == 18;
		return !carrier && !reserved && !benchmark;
	}

	/** Only global unicast, and not the ranges that wrap a version 4 address. */
	private static boolean isPublicV6(byte[] bytes) {
		boolean global = (bytes[0] & 0xE0) == 0x20;
		boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
		boolean teredo = Arrays.equals(bytes, 0, 4, new byte[] { 0x20, 0x01, 0, 0 }, 0, 4);
		return global && !sixToFour && !teredo;
	}

}
