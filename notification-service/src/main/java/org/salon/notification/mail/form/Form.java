package org.salon.notification.mail.form;

import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.mail.internet.MimeUtility;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.util.Strings;
import org.salon.notification.database.StoredJson;
import org.unbescape.html.HtmlEscape;

/**
 * A mail as it goes over the wire, with gaps where one person's values go. It is made
 * once for all to whom the same is said; to fill it in takes no template and no library.
 *
 * <p>
 * Filled in with the same values it gives the same bytes, whenever and by whomever that
 * is done: so a mail that may have to go out again is kept as its values, and its form
 * once for all.
 */
public final class Form {

	private static final int USUAL_SIZE = 20 * 1024;

	private static final String SPECIAL = "\\;,\"\r\n";

	private static final int SUBJECT_LABEL = "Subject: ".length();

	private final List<Strip> strips;

	private final Set<String> names;

	private final byte[] content;

	private final UUID id;

	Form(List<Piece> pieces) {
		this.strips = Strip.of(pieces);
		Set<String> found = new TreeSet<>();
		collect(pieces, found);
		this.names = Collections.unmodifiableSet(found);
		this.content = StoredJson.bytes(pieces);
		this.id = id(this.content);
	}

	/** A form that was kept. */
	public static Form read(byte[] content) {
		return new Form(Arrays.asList(StoredJson.read(content, Piece[].class)));
	}

	/** The same for the same content. */
	public UUID id() {
		return this.id;
	}

	/** To be kept and read again; nobody changes it. */
	public byte[] content() {
		return this.content;
	}

	/** Of the values that it takes. */
	public Set<String> names() {
		return this.names;
	}

	/** The mail with these values. */
	public byte[] fill(Map<String, String> values) {
		ByteArrayOutputStream mail = new ByteArrayOutputStream(USUAL_SIZE);
		Strip last = null;
		byte[] encoded = {};
		for (Strip strip : this.strips) {
			if (strip.as() != Piece.As.BASE64) {
				mail.writeBytes(bytes(strip, values));
				continue;
			}
			// A calendar comes twice: as a part and as a file.
			if (strip != last) {
				encoded = EncodedText.base64(texts(strip, values));
				last = strip;
			}
			mail.writeBytes(encoded);
		}
		return mail.toByteArray();
	}

	private static byte[] bytes(Strip strip, Map<String, String> values) {
		return switch (strip.as()) {
			case TEXT -> strip.bytes();
			case QUOTED_PRINTABLE -> EncodedText.quotedPrintable(texts(strip, values));
			case CONTENT_LINE -> ContentLines.fold(texts(strip, values));
			case SUBJECT -> utf8(subject(new String(texts(strip, values), StandardCharsets.UTF_8)));
			case VALUE -> utf8(value(strip, values));
			case HTML_VALUE -> utf8(HtmlEscape.escapeHtml4Xml(value(strip, values)));
			case PARAMETER_VALUE -> utf8(parameter(value(strip, values)));
			case CALENDAR_VALUE -> utf8(escaped(value(strip, values)));
			case BASE64 -> throw new IllegalStateException("a text within a text is not encoded");
		};
	}

	private static byte[] texts(Strip strip, Map<String, String> values) {
		ByteArrayOutputStream all = new ByteArrayOutputStream(strip.size());
		for (Strip part : strip.parts()) {
			all.writeBytes(bytes(part, values));
		}
		return all.toByteArray();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String value(Strip strip, Map<String, String> values) {
		return Objects.requireNonNull(values.get(strip.text()), strip.text());
	}

	/** Links have nothing to escape, and are most of it. */
	private static String escaped(String value) {
		return (value.chars().noneMatch((character) -> SPECIAL.indexOf(character) >= 0)) ? value
				: Strings.escape(value);
	}

	private static String parameter(String value) {
		String whole = new Cn(value).toString();
		return whole.substring(whole.indexOf('=') + 1);
	}

	static String subject(String text) {
		try {
			return MimeUtility.fold(SUBJECT_LABEL, MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null));
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException("every JDK has UTF-8", ex);
		}
	}

	private static void collect(List<Piece> pieces, Set<String> names) {
		for (Piece piece : pieces) {
			switch (piece.as()) {
				case VALUE, HTML_VALUE, PARAMETER_VALUE, CALENDAR_VALUE -> names.add(piece.text());
				default -> collect(piece.parts(), names);
			}
		}
	}

	private static UUID id(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			long most = 0;
			long least = 0;
			for (int i = 0; i < 8; i++) {
				most = most << 8 | (digest[i] & 0xff);
				least = least << 8 | (digest[i + 8] & 0xff);
			}
			return new UUID(most, least);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
