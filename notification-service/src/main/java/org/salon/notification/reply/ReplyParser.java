package org.salon.notification.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/** Finds the answer of a calendar in a mail. */
final class ReplyParser {

	/** An answer quotes the invitation at most, and ours is a tenth of that. */
	private static final int LARGEST = 64 * 1024;

	private static final int DEEPEST = 4;

	private static final int MOST_PARTS = 50;

	private int parts;

	private ReplyParser() {
	}

	/**
	 * The answer.
	 * @return nothing, if the mail is none
	 */
	static Optional<CalendarReply> parse(byte[] message) throws UnreadableReply {
		ReplyParser parser = new ReplyParser();
		Part calendar;
		MimeMessage mail;
		try {
			mail = new MimeMessage((Session) null, new ByteArrayInputStream(message));
			calendar = parser.calendar(mail, 0);
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			// No mail that can be read, so no answer: whoever reads reports says so.
			return Optional.empty();
		}
		return (calendar != null) ? read(mail, calendar) : Optional.empty();
	}

	/** The part with the answer, in what the mail itself says and not what it quotes. */
	private @Nullable Part calendar(Part part, int depth) throws MessagingException, IOException {
		if (depth > DEEPEST || ++this.parts > MOST_PARTS) {
			return null;
		}
		if (part.isMimeType("text/calendar")) {
			return "REPLY".equalsIgnoreCase(parameter(part, "method", "REPLY")) ? part : null;
		}
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart all) {
			for (int i = 0; i < all.getCount(); i++) {
				Part found = calendar(all.getBodyPart(i), depth + 1);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static Optional<CalendarReply> read(MimeMessage mail, Part calendar) throws UnreadableReply {
		try (InputStream content = calendar.getInputStream()) {
			byte[] bytes = content.readNBytes(LARGEST + 1);
			if (bytes.length > LARGEST) {
				throw new UnreadableReply("it is too large");
			}
			ReplyEntry entry = new ReplyEntry();
			Reader text = new InputStreamReader(new ByteArrayInputStream(bytes), charset(calendar));
			new CalendarParserImpl().parse(new UnfoldingReader(text), entry);
			return entry.replies() ? Optional.of(entry.reply(from(mail))) : Optional.empty();
		}
		catch (MessagingException | IOException | ParserException | RuntimeException ex) {
			// The libraries answer some kinds of nonsense by exceptions of their own.
			throw new UnreadableReply("it is no calendar that can be read", ex);
		}
	}

	/** What counts is in ASCII, so that one that is close enough will do. */
	private static Charset charset(Part calendar) throws MessagingException {
		try {
			return Charset.forName(MimeUtility.javaCharset(parameter(calendar, "charset", "UTF-8")));
		}
		catch (IllegalArgumentException ex) {
			return StandardCharsets.ISO_8859_1;
		}
	}

	private static String parameter(Part part, String name, String other) throws MessagingException {
		String value = new ContentType(part.getContentType()).getParameter(name);
		return (value != null) ? value : other;
	}

	private static String from(MimeMessage mail) throws MessagingException, UnreadableReply {
		Address[] from = mail.getFrom();
		if (from == null || from.length != 1 || !(from[0] instanceof InternetAddress address)
				|| address.getAddress() == null) {
			throw new UnreadableReply("it is not from one sender");
		}
		return address.getAddress();
	}

}
