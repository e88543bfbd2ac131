package org.salon.registration.member;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.jspecify.annotations.Nullable;

import org.salon.registration.input.Checks;

/**
 * One mailbox that our mails can reach: an ASCII local part at a named domain.
 *
 * @param text as it is written to: the domain in lower case, and as punycode
 * @param key what makes it the same person: all in lower case
 */
public record EmailAddress(String text, String key) {

	/** In characters. */
	public static final int LONGEST = 254;

	private static final int LONGEST_LOCAL_PART = 64;

	// RFC 5322 dot-atom, less "%" and "!", by which old relays were told to pass mail on.
	private static final Pattern LOCAL_PART = Pattern
		.compile("[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMAIN = Pattern
		.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private static final Pattern NUMERIC_END = Pattern.compile(".*\\.[0-9]+");

	/**
	 * Reads an address as typed.
	 * @throws InvalidEmailAddress if no mail of ours can or should go there
	 */
	public static EmailAddress of(String typed) {
		String text = typed.strip();
		if (text.indexOf('\u760D') >= 0 || text.indexOf('\u760A') >= 0) {
			// A mail library that keeps their last byte only reads CR and LF
			// (CVE-2025-7962).
			throw new InvalidEmailAddress("email.form");
		}
		int at = text.lastIndexOf('@');
		if (at < 0 || text.indexOf('@') != at) {
			throw new InvalidEmailAddress("email.oneAt");
		}
		String local = localPart(text.substring(0, at));
		String address = local + "@" + domain(text.substring(at + 1));
		if (address.length() > LONGEST) {
			throw new InvalidEmailAddress("email.tooLong");
		}
		try {
			// A second opinion, from the library that will write the header.
			new InternetAddress(address, true).validate();
		}
		catch (AddressException ex) {
			throw new InvalidEmailAddress("email.form");
		}
		return new EmailAddress(address, address.toLowerCase(Locale.ROOT));
	}

	/**
	 * The address that was filled in, or null with the problem noted.
	 * @param ownAddress from which our mails come
	 */
	public static @Nullable EmailAddress read(Checks checks, @Nullable String typed, @Nullable String ownAddress) {
		// As a line first, for controls and length; but not its tidied form.
		String line = checks.line("email", typed, 1_000);
		if (typed == null || !checks.accepts("email") || line.isEmpty()) {
			return null;
		}
		try {
			EmailAddress email = of(typed);
			if (ownAddress != null && email.key().equalsIgnoreCase(ownAddress.strip())) {
				checks.reject("email", "email.ours");
			}
			return email;
		}
		catch (InvalidEmailAddress ex) {
			checks.reject("email", ex.code());
			return null;
		}
	}

	private static String localPart(String local) {
		if (!StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
			throw new InvalidEmailAddress("email.localAscii");
		}
		if (local.length() > LONGEST_LOCAL_PART) {
			throw new InvalidEmailAddress("email.localTooLong");
		}
		// "=?" opens an encoded word: a reader could be shown another address.
		if (!LOCAL_PART.matcher(local).matches() || local.contains("=?")) {
			throw new InvalidEmailAddress("email.form");
		}
		return local;
	}

	private static String domain(String typed) {
		String domain;
		try {
			domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new InvalidEmailAddress("email.domain");
		}
		if (domain.length() > 253 || !DOMAIN.matcher(domain).matches() || NUMERIC_END.matcher(domain).matches()) {
			throw new InvalidEmailAddress("email.domain");
		}
		return domain;
	}

	/** Without what would tell who it is, for logs. */
	@Override
	public String toString() {
		return this.text.charAt(0) + "***" + this.text.substring(this.text.indexOf('@'));
	}

}
