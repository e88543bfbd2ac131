package org.salon.notification.channel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in base64, each time of something else. */
final class Signatures {

	private static final String ALGORITHM = "HmacSHA256";

	private Signatures() {
	}

	/** DingTalk: the secret is the key, and part of the text too. */
	static String dingTalk(String millis, String secret) {
		return sign(bytes(secret), bytes(millis + "\n" + secret));
	}

	/** Feishu: moment and secret are the key, and the text is empty. */
	static String feishu(String seconds, String secret) {
		return sign(bytes(seconds + "\n" + secret), new byte[0]);
	}

	/** Standard Webhooks. */
	static String webhook(String id, String seconds, String body, byte[] key) {
		return "v1," + sign(key, bytes(id + "." + seconds + "." + body));
	}

	private static String sign(byte[] key, byte[] text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return Base64.getEncoder().encodeToString(mac.doFinal(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has " + ALGORITHM, ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
