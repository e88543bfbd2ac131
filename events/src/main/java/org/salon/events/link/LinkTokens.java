package org.salon.events.link;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and reads the tokens in the links of mails: purpose, id, generation, expiry and
 * an HMAC-SHA-256 (RFC 2104) over them, in base64url. One service signs and another
 * reads, so that no secret crosses the broker. Safe for use by several threads.
 */
public final class LinkTokens {

	private static final int PAYLOAD_LENGTH = 1 + 1 + 16 + 4 + 8;

	private static final byte VERSION = 1;

	private final SecretKeySpec key;

	/**
	 * A signer of that key.
	 * @param base64Key at least 32 bytes in base64, the same for all services
	 */
	public LinkTokens(String base64Key) {
		byte[] bytes = Base64.getDecoder().decode(base64Key.strip());
		if (bytes.length < 32) {
			throw new IllegalArgumentException("the link key must have at least 32 bytes");
		}
		this.key = new SecretKeySpec(bytes, "HmacSHA256");
	}

	/** The token as it stands in an address. */
	public String sign(LinkToken token) {
		byte[] payload = ByteBuffer.allocate(PAYLOAD_LENGTH)
			.put(VERSION)
			.put(token.purpose().code())
			.putLong(token.id().getMostSignificantBits())
			.putLong(token.id().getLeastSignificantBits())
			.putInt(token.generation())
			.putLong(token.expiresAt().getEpochSecond())
			.array();
		byte[] mac = mac(payload);
		byte[] signed = Arrays.copyOf(payload, payload.length + mac.length);
		System.arraycopy(mac, 0, signed, payload.length, mac.length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
	}

	/**
	 * What the token says, or empty if it is not ours, is for another purpose, or has
	 * expired. Whether its generation still counts is for the caller to check.
	 */
	public Optional<LinkToken> read(String text, LinkPurpose purpose, Instant now) {
		byte[] signed;
		try {
			signed = Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (signed.length != PAYLOAD_LENGTH + 32) {
			return Optional.empty();
		}
		byte[] payload = Arrays.copyOf(signed, PAYLOAD_LENGTH);
		byte[] mac = Arrays.copyOfRange(signed, PAYLOAD_LENGTH, signed.length);
		if (!MessageDigest.isEqual(mac, mac(payload))) {
			return Optional.empty();
		}
		return decode(payload, purpose).filter((token) -> now.isBefore(token.expiresAt()));
	}

	private static Optional<LinkToken> decode(byte[] payload, LinkPurpose purpose) {
		ByteBuffer buffer = ByteBuffer.wrap(payload);
		if (buffer.get() != VERSION || buffer.get() != purpose.code()) {
			return Optional.empty();
		}
		UUID id = new UUID(buffer.getLong(), buffer.getLong());
		return Optional.of(new LinkToken(purpose, id, buffer.getInt(), Instant.ofEpochSecond(buffer.getLong())));
	}

	private byte[] mac(byte[] payload) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return mac.doFinal(payload);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has HmacSHA256", ex);
		}
	}

}
