package org.salon.notification.channel.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where a channel posts to. Its address is a secret: whoever has it can post.
 */
public final class HttpTarget {

	/** What is shorter is no secret, and may be part of any text. */
	private static final int SHORTEST_SECRET = 8;

	private final URI uri;

	private final List<String> secrets;

	private HttpTarget(URI uri, List<String> secrets) {
		this.uri = uri;
		this.secrets = secrets;
	}

	/**
	 * Reads the address out of a setting.
	 * @param setting its name, for the message if it is not as it has to be; the message
	 * does not have the address
	 * @param allowedHosts which need be neither public nor asked by TLS
	 * @throws BadChannelSetting if nothing can be posted there
	 */
	public static HttpTarget of(String setting, String url, String secret, Set<String> allowedHosts) {
		URI uri = parse(setting, url);
		String host = uri.getHost();
		check(setting, host != null && !host.isBlank(), "names no host");
		boolean allowed = host != null && allowedHosts.contains(host.toLowerCase(Locale.ROOT));
		check(setting,
				"https".equalsIgnoreCase(uri.getScheme()) || ("http".equalsIgnoreCase(uri.getScheme()) && allowed),
				"has to start with https://");
		check(setting, uri.getRawUserInfo() == null, "must not have a user name in it");
		check(setting, uri.getRawFragment() == null, "must not have a # in it");
		return new HttpTarget(uri, secrets(uri, secret));
	}

	public URI uri() {
		return this.uri;
	}

	/** The text without any part of the address or the secret that is one. */
	public String redact(String text) {
		String safe = text;
		for (String secret : this.secrets) {
			safe = safe.replace(secret, "…");
		}
		return safe;
	}

	@Override
	public String toString() {
		return "HttpTarget[" + this.uri.getHost() + "]";
	}

	private static URI parse(String setting, String url) {
		try {
			return new URI(url.strip());
		}
		catch (URISyntaxException ex) {
			// Not as the cause: its message has the address.
			throw new BadChannelSetting(setting, "is no address");
		}
	}

	private static void check(String setting, boolean good, String problem) {
		if (!good) {
			throw new BadChannelSetting(setting, problem);
		}
	}

	private static List<String> secrets(URI uri, String secret) {
		Stream<String> path = parts(uri.getRawPath(), "/");
		Stream<String> query = parts(uri.getRawQuery(), "[&=]");
		return Stream.concat(Stream.of(secret), Stream.concat(path, query))
			.flatMap((part) -> Stream.of(part, decoded(part)))
			.filter((part) -> part.length() >= SHORTEST_SECRET && !"access_token".equals(part))
			.distinct()
			.toList();
	}

	private static Stream<String> parts(@Nullable String text, String separator) {
		return (text != null) ? Arrays.stream(text.split(separator)) : Stream.empty();
	}

	private static String decoded(String part) {
		try {
			return URLDecoder.decode(part, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return part;
		}
	}

}
