package org.salon.registration.guard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import org.salon.registration.SalonProperties;

/** Marks what a form brings back unchanged, so that nothing need be kept meanwhile. */
@Component
class Seal {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	Seal(SalonProperties properties) {
		this.key = new SecretKeySpec(properties.linkKey().getBytes(StandardCharsets.US_ASCII), ALGORITHM);
	}

	/** Of that purpose only: a mark made for one is none for another. */
	String of(String purpose, String text) {
		byte[] code = code(purpose, text);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
	}

	boolean matches(String purpose, String text, String seal) {
		return MessageDigest.isEqual(of(purpose, text).getBytes(StandardCharsets.UTF_8),
				seal.getBytes(StandardCharsets.UTF_8));
	}

	private byte[] code(String purpose, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac.doFinal(("form/" + purpose + "/" + text).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
