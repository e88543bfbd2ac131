package org.salon.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as hexadecimal digits. */
final class Digests {

	/** Digits of one. */
	static final int LENGTH = 64;

	private Digests() {
	}

	static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	static String end(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** By which a key is recognised, and not known. */
	static String fingerprint(String secret) {
		MessageDigest digest = begin();
		digest.update(("salon: " + secret).getBytes(StandardCharsets.UTF_8));
		return end(digest).substring(0, 16);
	}

}
