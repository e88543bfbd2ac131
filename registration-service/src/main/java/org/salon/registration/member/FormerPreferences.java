package org.salon.registration.member;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.salon.events.member.Preferences;
import org.salon.registration.SalonProperties;

/**
 * What someone had chosen before they unsubscribed, signed, so that the page itself can
 * keep it. It holds as long as the member is not changed otherwise.
 */
@Component
class FormerPreferences {

	// No link token starts with it, so that neither can pass for the other.
	private static final byte[] DOMAIN = "former-preferences".getBytes(StandardCharsets.US_ASCII);

	private static final int LENGTH = 16 + 8 + 1;

	private final SecretKeySpec key;

	FormerPreferences(SalonProperties properties) {
		this.key = new SecretKeySpec(Base64.getDecoder().decode(properties.linkKey().strip()), "HmacSHA256");
	}

	/** For the form of a member who is at that version now. */
	String sign(Member now, Preferences before) {
		byte[] payload = payload(now.id(), now.version(), before);
		byte[] mac = mac(payload);
		byte[] signed = Arrays.copyOf(payload, LENGTH + mac.length);
		System.arraycopy(mac, 0, signed, LENGTH, mac.length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
	}

	/** What was chosen, if this is ours and tells of that member at that version. */
	Optional<Preferences> read(@Nullable String text, Member now) {
		byte[] signed = decode(text);
		if (signed.length <= LENGTH || !MessageDigest.isEqual(mac(Arrays.copyOf(signed, LENGTH)),
				Arrays.copyOfRange(signed, LENGTH, signed.length))) {
			return Optional.empty();
		}
		ByteBuffer payload = ByteBuffer.wrap(signed);
		boolean same = new UUID(payload.getLong(), payload.getLong()).equals(now.id())
				&& payload.getLong() == now.version();
		byte bits = payload.get(LENGTH - 1);
		return same ? Optional.of(new Preferences((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0))
				: Optional.empty();
	}

	private static byte[] payload(UUID id, long version, Preferences before) {
		int bits = (before.announcements() ? 1 : 0) | (before.reminders() ? 2 : 0) | (before.replays() ? 4 : 0);
		return ByteBuffer.allocate(LENGTH)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.putLong(version)
			.put((byte) bits)
			.array();
	}

	private static byte[] decode(@Nullable String text) {
		try {
			return (text != null) ? Base64.getUrlDecoder().decode(text) : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private byte[] mac(byte[] payload) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update(DOMAIN);
			return mac.doFinal(payload);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has HmacSHA256", ex);
		}
	}

}
