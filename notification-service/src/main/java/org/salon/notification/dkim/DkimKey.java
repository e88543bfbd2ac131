package org.salon.notification.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the private key, and says plainly what is wrong with it, but never what it is.
 */
final class DkimKey {

	/** Verifiers take no shorter ones (RFC 8301). */
	private static final int FEWEST_BITS = 1024;

	private static final int LARGEST_FILE = 64 * 1024;

	private static final Pattern PEM = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

	private DkimKey() {
	}

	static RSAPrivateCrtKey read(String file) {
		String text = text(file);
		Matcher pem = PEM.matcher(text);
		if (!pem.find()) {
			throw wrong(file, text.contains("RSA PRIVATE KEY") || text.contains("ENCRYPTED")
					? "must be PKCS #8 without a password: openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem"
					: "has no -----BEGIN PRIVATE KEY-----", null);
		}
		try {
			byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
			if (KeyFactory.getInstance("RSA")
				.generatePrivate(new PKCS8EncodedKeySpec(encoded)) instanceof RSAPrivateCrtKey key) {
				if (key.getModulus().bitLength() < FEWEST_BITS) {
					throw wrong(file, "has fewer than " + FEWEST_BITS + " bits", null);
				}
				return key;
			}
			throw wrong(file, "is no complete RSA key", null);
		}
		catch (GeneralSecurityException ex) {
			throw wrong(file, "is no RSA key", ex);
		}
	}

	static PublicKey publicKey(RSAPrivateCrtKey key) {
		try {
			return KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key has no public half", ex);
		}
	}

	private static String text(String file) {
		try {
			Path path = Path.of(file);
			if (Files.size(path) <= LARGEST_FILE) {
				return Files.readString(path, StandardCharsets.ISO_8859_1);
			}
		}
		catch (IOException | InvalidPathException ex) {
			throw wrong(file, "cannot be read", ex);
		}
		throw wrong(file, "is too large for a key", null);
	}

	private static IllegalArgumentException wrong(String file, String what, @Nullable Exception cause) {
		return new IllegalArgumentException("salon.dkim.key-file (SALON_DKIM_KEY_FILE) " + file + " " + what, cause);
	}

}
