package org.salon.notification.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser may load for a page. */
final class ContentPolicy {

	// Pico draws its arrows with data: pictures.
	static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final Pattern STYLE = Pattern.compile("style=\"([^\"]*)\"|<style>(.*?)</style>", Pattern.DOTALL);

	private ContentPolicy() {
	}

	/**
	 * That of a page that shows a mail in a frame, which is held to it as well. Mails
	 * have their styles within: exactly those of this one are let through, each by the
	 * hash of it.
	 */
	static String showing(String mail) {
		String hashes = STYLE.matcher(mail)
			.results()
			.map((style) -> (style.group(1) != null) ? style.group(1) : style.group(2))
			.distinct()
			.map(ContentPolicy::hash)
			.collect(Collectors.joining(" "));
		return PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-hashes' " + hashes);
	}

	private static String hash(String style) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
			return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
