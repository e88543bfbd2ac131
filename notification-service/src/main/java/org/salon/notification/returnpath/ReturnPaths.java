package org.salon.notification.returnpath;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.salon.notification.mail.LinkProperties;

import org.springframework.stereotype.Component;

/**
 * The envelope's sender: an address of its own for each mail (VERP), so that a report
 * that says of no mail which it was is known by where it came to. The address holds the
 * delivery's id and a seal under the link key: nobody can make one up, though ids can be
 * worked out by whoever sees the person's calendar.
 */
@Component
public class ReturnPaths {

	private static final String HMAC = "HmacSHA256";

	private static final byte[] PURPOSE = { 'r', 'e', 't', 'u', 'r', 'n' };

	private static final int ID_LENGTH = 16;

	/**
	 * An address takes one try at the mail server each: so many bytes are out of reach.
	 */
	private static final int SEAL_LENGTH = 8;

	/** Digits of which case does not matter: some servers do not keep it. */
	private static final int RADIX = 32;

	private static final int DIGITS = 39;

	private static final Pattern SEALED = Pattern.compile("\\+([0-9a-v]{" + DIGITS + "})@", Pattern.CASE_INSENSITIVE);

	/** Before the sign at most so many that it has 64 with what is added (RFC 5321). */
	private static final Pattern ADDRESS = Pattern
		.compile("([A-Za-z0-9_-][A-Za-z0-9._-]{0,23})@([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*)");

	private final SecretKeySpec key;

	private final String local;

	private final String domain;

	ReturnPaths(ReturnPathProperties properties, LinkProperties links) {
		this.key = new SecretKeySpec(Base64.getDecoder().decode(links.linkKey().strip()), HMAC);
		String address = properties.address().strip();
		Matcher parts = ADDRESS.matcher(address);
		if (!address.isEmpty() && !parts.matches()) {
			throw new IllegalArgumentException("salon.bounces.address (SALON_BOUNCE_ADDRESS) must be as "
					+ "bounces@example.org, with at most 24 letters, digits, dots or hyphens before the @: " + address);
		}
		this.local = address.isEmpty() ? "" : parts.group(1);
		this.domain = address.isEmpty() ? "" : parts.group(2).toLowerCase(Locale.ROOT);
	}

	/** The domain that mails come back to, if it is set. */
	public Optional<String> domain() {
		return this.domain.isEmpty() ? Optional.empty() : Optional.of(this.domain);
	}

	/** Where what is about no delivery comes back to; the mail's own sender, if null. */
	public @Nullable String common() {
		return this.domain.isEmpty() ? null : this.local + "@" + this.domain;
	}

	/** Where that mail comes back to; its own sender, if null. */
	public @Nullable String of(UUID deliveryId) {
		if (this.domain.isEmpty()) {
			return null;
		}
		byte[] id = bytes(deliveryId);
		byte[] sealed = Arrays.copyOf(id, ID_LENGTH + SEAL_LENGTH);
		System.arraycopy(seal(id), 0, sealed, ID_LENGTH, SEAL_LENGTH);
		String digits = new BigInteger(1, sealed).toString(RADIX);
		return this.local + "+" + "0".repeat(DIGITS - digits.length()) + digits + "@" + this.domain;
	}

	/**
	 * The mail whose address stands in a text, such as the recipients of a report.
	 * @return nothing, if it is none that was made here
	 */
	public Optional<UUID> delivery(String recipients) {
		return SEALED.matcher(recipients).results().flatMap((found) -> opened(found.group(1)).stream()).findFirst();
	}

	private Optional<UUID> opened(String digits) {
		byte[] number = new BigInteger(digits, RADIX).toByteArray();
		// With a byte for the sign before it, or without the zeros that it begins with.
		int length = ID_LENGTH + SEAL_LENGTH;
		int extra = Math.max(0, number.length - length);
		if (extra > 1 || (extra == 1 && number[0] != 0)) {
			return Optional.empty();
		}
		byte[] sealed = new byte[length];
		System.arraycopy(number, extra, sealed, length - number.length + extra, number.length - extra);
		byte[] id = Arrays.copyOf(sealed, ID_LENGTH);
		if (!MessageDigest.isEqual(seal(id), Arrays.copyOfRange(sealed, ID_LENGTH, length))) {
			return Optional.empty();
		}
		ByteBuffer bits = ByteBuffer.wrap(id);
		return Optional.of(new UUID(bits.getLong(), bits.getLong()));
	}

	private byte[] seal(byte[] id) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			mac.update(PURPOSE);
			return Arrays.copyOf(mac.doFinal(id), SEAL_LENGTH);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has " + HMAC, ex);
		}
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(ID_LENGTH)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
