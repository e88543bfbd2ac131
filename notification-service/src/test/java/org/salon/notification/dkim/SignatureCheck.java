package org.salon.notification.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks a signature of RFC 6376, relaxed/relaxed, as a receiver does, with nothing but
 * the JDK.
 */
public final class SignatureCheck {

	private final List<String> fields;

	private final String body;

	private final String signatureField;

	private final Map<String, String> tags = new LinkedHashMap<>();

	public SignatureCheck(byte[] mail) {
		String text = new String(mail, StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		this.fields = List.of(text.substring(0, end).split("\r\n(?![ \t])"));
		this.body = text.substring(end + 4);
		this.signatureField = this.fields.getFirst();
		for (String tag : value(this.signatureField).split(";")) {
			int equals = tag.indexOf('=');
			if (equals > 0) {
				this.tags.put(tag.substring(0, equals).strip(), tag.substring(equals + 1).replaceAll("\\s+", ""));
			}
		}
	}

	/** A tag of the signature, without spaces. */
	public String tag(String name) {
		return this.tags.get(name);
	}

	public boolean bodyIsWhole() throws GeneralSecurityException {
		StringBuilder relaxed = new StringBuilder();
		for (String line : this.body.split("\r\n", -1)) {
			relaxed.append(line.replaceAll("[ \t]+", " ").replaceAll(" $", "")).append("\r\n");
		}
		String canonical = relaxed.toString().replaceAll("(\r\n)+$", "");
		byte[] bytes = (canonical.isEmpty() ? "" : canonical + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
		return Base64.getEncoder().encodeToString(digest).equals(tag("bh"));
	}

	public boolean isOf(PublicKey key) throws GeneralSecurityException {
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(key);
		Map<String, Deque<String>> named = new LinkedHashMap<>();
		this.fields.subList(1, this.fields.size())
			.forEach((field) -> named.computeIfAbsent(name(field), (name) -> new ArrayDeque<>()).addLast(field));
		for (String name : tag("h").toLowerCase(Locale.ROOT).split(":")) {
			String field = named.getOrDefault(name, new ArrayDeque<>()).pollLast();
			if (field != null) {
				update(signature, relaxed(field) + "\r\n");
			}
		}
		update(signature, relaxed(this.signatureField.replaceAll("(?s)([;\\s]b=)[^;]*", "$1")));
		return signature.verify(Base64.getDecoder().decode(tag("b")));
	}

	private static void update(Signature signature, String text) throws GeneralSecurityException {
		signature.update(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String relaxed(String field) {
		String unfolded = value(field).replace("\r\n", "");
		return name(field) + ":" + unfolded.replaceAll("[ \t]+", " ").strip();
	}

	private static String name(String field) {
		return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
	}

	private static String value(String field) {
		return field.substring(field.indexOf(':') + 1);
	}

}
