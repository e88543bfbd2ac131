package org.salon.notification.mail.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a form of a mail in which marks stand for values. The mail's frame, with its
 * header and its parts, is written by the mail library, with a slot in place of each
 * text: the library would encode the marks with the text around them.
 */
public final class FormBuilder {

	/** Properties of a calendar whose values are texts, of those that marks stand in. */
	private static final Set<String> TEXTS = Set.of("SUMMARY", "LOCATION", "DESCRIPTION");

	/** That nobody can have typed. */
	private final String secret = UUID.randomUUID().toString().replace("-", "");

	private final Map<String, String> names;

	private final Map<String, Piece> slots = new HashMap<>();

	/**
	 * Begins a form.
	 * @param marks the names of the values by the marks that stand for them
	 */
	public FormBuilder(Map<String, String> marks) {
		this.names = Map.copyOf(marks);
	}

	/** A text that is encoded as a whole. */
	public Slot plain(String text) {
		return encoded(text, Piece.As.VALUE);
	}

	/** The same of HTML. */
	public Slot html(String html) {
		return encoded(html, Piece.As.HTML_VALUE);
	}

	/** A calendar with lines that are not folded yet. */
	public Slot calendar(String calendar) {
		List<Piece> lines = new ArrayList<>();
		StringBuilder plain = new StringBuilder();
		for (String line : calendar.split("\r\n")) {
			List<Piece> pieces = cutLine(line);
			if (isText(pieces)) {
				plain.append(ContentLines.fold(line)).append("\r\n");
				continue;
			}
			lines.add(Piece.of(Piece.As.TEXT, plain.toString()));
			lines.add(Piece.of(Piece.As.CONTENT_LINE, pieces));
			plain = new StringBuilder("\r\n");
		}
		lines.add(Piece.of(Piece.As.TEXT, plain.toString()));
		return new Slot(slot(Piece.of(Piece.As.BASE64, lines)), "base64");
	}

	/** The subject, for its header field. */
	public String subject(String subject) {
		List<Piece> pieces = cut(subject, Piece.As.VALUE);
		return isText(pieces) ? Form.subject(subject) : slot(Piece.of(Piece.As.SUBJECT, pieces));
	}

	/** The form of a mail with such slots in it. */
	public Form build(byte[] frame) {
		List<Piece> pieces = new ArrayList<>();
		for (Piece piece : cut(new String(frame, StandardCharsets.UTF_8), Piece.As.VALUE)) {
			Piece slot = this.slots.get(piece.text());
			if (slot == null || piece.as() != Piece.As.VALUE) {
				pieces.add(piece);
			}
			else if (slot.as() == Piece.As.TEXT) {
				pieces.addAll(slot.parts());
			}
			else {
				pieces.add(slot);
			}
		}
		return new Form(pieces);
	}

	private Slot encoded(String text, Piece.As value) {
		String encoding = EncodedText.encodingOf(text);
		if (encoding.equals(EncodedText.BASE64)) {
			return new Slot(slot(Piece.of(Piece.As.BASE64, cut(text, value))), encoding);
		}
		// A line says nothing of the next: what has no mark is encoded once for all.
		List<Piece> lines = new ArrayList<>();
		StringBuilder plain = new StringBuilder();
		for (String line : text.split("(?<=\n)")) {
			List<Piece> pieces = cut(line, value);
			if (isText(pieces)) {
				plain.append(EncodedText.quotedPrintable(line));
				continue;
			}
			lines.add(Piece.of(Piece.As.TEXT, plain.toString()));
			lines.add(Piece.of(Piece.As.QUOTED_PRINTABLE, pieces));
			plain = new StringBuilder();
		}
		lines.add(Piece.of(Piece.As.TEXT, plain.toString()));
		return new Slot(slot(Piece.of(Piece.As.TEXT, lines)), encoding);
	}

	private List<Piece> cutLine(String line) {
		if (!pattern().matcher(line).find()) {
			return List.of(Piece.of(Piece.As.TEXT, line));
		}
		int value = line.indexOf(':');
		boolean text = TEXTS.contains(line.substring(0, value).split(";")[0]);
		List<Piece> pieces = new ArrayList<>(cut(line.substring(0, value), Piece.As.PARAMETER_VALUE));
		pieces.addAll(cut(line.substring(value), text ? Piece.As.CALENDAR_VALUE : Piece.As.VALUE));
		return pieces;
	}

	private List<Piece> cut(String text, Piece.As value) {
		List<Piece> pieces = new ArrayList<>();
		Matcher marks = pattern().matcher(text);
		int end = 0;
		while (marks.find()) {
			if (marks.start() > end) {
				pieces.add(Piece.of(Piece.As.TEXT, text.substring(end, marks.start())));
			}
			String name = this.names.get(marks.group());
			pieces.add((name != null) ? Piece.of(value, name) : Piece.of(Piece.As.VALUE, marks.group()));
			end = marks.end();
		}
		if (end < text.length() || pieces.isEmpty()) {
			pieces.add(Piece.of(Piece.As.TEXT, text.substring(end)));
		}
		return pieces;
	}

	private Pattern pattern() {
		return Pattern
			.compile(this.names.keySet().stream().map((mark) -> Pattern.quote(mark) + "|").collect(Collectors.joining())
					+ this.secret + "-[0-9]+-");
	}

	private static boolean isText(List<Piece> pieces) {
		return pieces.size() == 1 && pieces.getFirst().as() == Piece.As.TEXT;
	}

	private String slot(Piece piece) {
		String slot = this.secret + "-" + this.slots.size() + "-";
		this.slots.put(slot, piece);
		return slot;
	}

	/**
	 * Where a text will stand.
	 *
	 * @param text that stands there meanwhile
	 * @param encoding how the text will be encoded (RFC 2045, 6)
	 */
	public record Slot(String text, String encoding) {
	}

}
