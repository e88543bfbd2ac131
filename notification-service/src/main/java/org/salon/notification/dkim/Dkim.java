package org.salon.notification.dkim;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Signs mails (RFC 6376), if there is a key. What is signed is the mail as it goes over
 * the wire, so that one that goes out again has the same signature.
 */
@Component
public class Dkim {

	/**
	 * A field that is not there is signed as such: nobody can add it on the way. Both
	 * fields for unsubscribing by one click must be signed (RFC 8058).
	 */
	private static final String HEADERS = "From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:"
			+ "List-Unsubscribe:List-Unsubscribe-Post:List-Id";

	private static final Pattern NAME = Pattern
		.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

	private final @Nullable Identity identity;

	private final @Nullable DKIMSigner signer;

	Dkim(DkimProperties properties) {
		if (properties.none()) {
			this.identity = null;
			this.signer = null;
			return;
		}
		if (!properties.all()) {
			throw new IllegalArgumentException("To sign mails takes all of salon.dkim.domain (SALON_DKIM_DOMAIN), "
					+ "salon.dkim.selector (SALON_DKIM_SELECTOR) and salon.dkim.key-file (SALON_DKIM_KEY_FILE)");
		}
		String domain = name(properties.domain(), "salon.dkim.domain (SALON_DKIM_DOMAIN)");
		String selector = name(properties.selector(), "salon.dkim.selector (SALON_DKIM_SELECTOR)");
		RSAPrivateCrtKey key = DkimKey.read(properties.keyFile());
		this.identity = new Identity(domain, selector, DkimKey.publicKey(key));
		this.signer = new DKIMSigner("v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; h="
				+ HEADERS + "; bh=; b=;", key);
	}

	/** Who answers for the mails, if they are signed. */
	public Optional<Identity> identity() {
		return Optional.ofNullable(this.identity);
	}

	/** The mail with its signature before it; as it is, if there is no key. */
	public byte[] sign(byte[] mime) {
		if (this.signer == null) {
			return mime;
		}
		try {
			// A line for each tag: spaces between them count as one, however long.
			String header = this.signer.sign(new ByteArrayInputStream(mime)).replace("; ", ";\r\n ");
			ByteArrayOutputStream signed = new ByteArrayOutputStream(mime.length + header.length() + 2);
			signed.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
			signed.writeBytes(new byte[] { '\r', '\n' });
			signed.writeBytes(mime);
			return signed.toByteArray();
		}
		catch (IOException | FailException ex) {
			throw new IllegalStateException("The mail cannot be signed", ex);
		}
	}

	private static String name(String text, String setting) {
		String name = text.strip().toLowerCase(Locale.ROOT);
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException(setting + " is no name in the domain name system: " + text);
		}
		return name;
	}

	/**
	 * Who answers for the mails.
	 *
	 * @param publicKey that the domain has to publish
	 */
	public record Identity(String domain, String selector, PublicKey publicKey) {
	}

}
