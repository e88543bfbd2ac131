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

	private final List<Piece> pieces;

	private final Set<String> names;

	private final byte[] content;

	private final UUID id;

	Form(List<Piece> pieces) {
		this.pieces = pieces;
		Set<String> found = new TreeSet<>();
		collect(pieces, found);
		this.names = Collections.unmodifiableSet(found);
		this.content = StoredJson.write(pieces).getBytes(StandardCharsets.UTF_8);
		this.id = id(this.content);
	}

	/** A form that was kept. */
	public static Form read(byte[] content) {
		return new Form(Arrays.asList(StoredJson.read(new String(content, StandardCharsets.UTF_8), Piece[].class)));
	}

	/** The same for the same content. */
	public UUID id() {
		return this.id;
	}

	/** To be kept and read again. */
	public byte[] content() {
		return this.content.clone();
	}

	/** Of the values that it takes. */
	public Set<String> names() {
		return this.names;
	}

	/** The mail with these values. */
	public byte[] fill(Map<String, String> values) {
		ByteArrayOutputStream mail = new ByteArrayOutputStream(USUAL_SIZE);
		Piece last = null;
		byte[] encoded = {};
		for (Piece piece : this.pieces) {
			if (piece.as() != Piece.As.BASE64) {
				mail.writeBytes(text(piece, values).getBytes(StandardCharsets.UTF_8));
				continue;
			}
			// A calendar comes twice: as a part and as a file.
			if (!piece.equals(last)) {
				encoded = EncodedText.base64(texts(piece, values).getBytes(StandardCharsets.UTF_8));
				last = piece;
			}
			mail.writeBytes(encoded);
		}
		return mail.toByteArray();
	}

	private static String text(Piece piece, Map<String, String> values) {
		return switch (piece.as()) {
			case TEXT -> piece.text();
			case VALUE -> value(piece, values);
			case HTML_VALUE -> HtmlEscape.escapeHtml4Xml(value(piece, values));
			case PARAMETER_VALUE -> parameter(value(piece, values));
			case CALENDAR_VALUE -> escaped(value(piece, values));
			case CONTENT_LINE -> ContentLines.fold(texts(piece, values));
			case QUOTED_PRINTABLE -> EncodedText.quotedPrintable(texts(piece, values));
			case SUBJECT -> subject(texts(piece, values));
			case BASE64 -> throw new IllegalStateException("a text within a text is not encoded");
		};
	}

	private static String texts(Piece piece, Map<String, String> values) {
		StringBuilder all = new StringBuilder();
		piece.parts().forEach((part) -> all.append(text(part, values)));
		return all.toString();
	}

	private static String value(Piece piece, Map<String, String> values) {
		return Objects.requireNonNull(values.get(piece.text()), piece.text());
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
