package org.salon.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Where a request comes from, past the proxies that are trusted. */
public final class ClientAddresses {

	private final List<IpAddressMatcher> trusted;

	/**
	 * Believes these proxies, addresses or CIDR, what they say of whom they speak for.
	 */
	public ClientAddresses(List<String> trustedProxies) {
		this.trusted = trustedProxies.stream()
			.map(String::strip)
			.filter((proxy) -> !proxy.isEmpty())
			.map(IpAddressMatcher::new)
			.toList();
	}

	/** The address; of IPv6 the network of 64 bits, which one person has whole. */
	public String of(HttpServletRequest request) {
		String address = request.getRemoteAddr();
		if (!isTrusted(address)) {
			return network(address);
		}
		List<String> path = Arrays.asList(forwardedFor(request).split(","));
		// From our side outwards: what stands before the first stranger he may have made
		// up.
		Collections.reverse(path);
		for (String hop : path) {
			String candidate = hop.strip();
			if (!isLiteral(candidate)) {
				break;
			}
			address = candidate;
			if (!isTrusted(candidate)) {
				break;
			}
		}
		return network(address);
	}

	private static String forwardedFor(HttpServletRequest request) {
		return String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
	}

	private boolean isTrusted(String address) {
		return this.trusted.stream().anyMatch((proxy) -> proxy.matches(address));
	}

	private static boolean isLiteral(String text) {
		try {
			InetAddress.ofLiteral(text);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String network(String address) {
		try {
			InetAddress parsed = InetAddress.ofLiteral(address);
			if (parsed instanceof Inet6Address) {
				byte[] bytes = Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), 8), 16);
				return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
			}
			return parsed.getHostAddress();
		}
		catch (IllegalArgumentException | UnknownHostException ex) {
			return address;
		}
	}

}
