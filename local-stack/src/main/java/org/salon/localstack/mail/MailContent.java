package org.salon.localstack.mail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import org.jspecify.annotations.Nullable;

/** A mail taken apart: the versions of its body, decoded, and what is attached. */
final class MailContent {

	/**
	 * A file in a mail.
	 *
	 * @param name as the sender calls it, or a made-up one
	 * @param contentType as the sender says
	 * @param contentId by which the HTML refers to it, empty if it has none
	 * @param data its bytes
	 */
	record Attachment(String name, String contentType, String contentId, byte[] data) {

		String dataUri() {
			return "data:" + this.contentType.replaceAll("[;\\s\"'<>].*", "") + ";base64,"
					+ Base64.getEncoder().encodeToString(this.data);
		}

	}

	private final List<Attachment> attachments = new ArrayList<>();

	private @Nullable String text;

	private @Nullable String html;

	private @Nullable String calendar;

	private MailContent() {
	}

	static MailContent of(MimePart mail) throws IOException, MessagingException {
		MailContent content = new MailContent();
		content.take(mail);
		return content;
	}

	Optional<String> text() {
		return Optional.ofNullable(this.text);
	}

	Optional<String> html() {
		return Optional.ofNullable(this.html);
	}

	/** Source of the first calendar part that is not a file. */
	Optional<String> calendar() {
		return Optional.ofNullable(this.calendar);
	}

	List<Attachment> attachments() {
		return this.attachments;
	}

	private void take(Part part) throws IOException, MessagingException {
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				take(parts.getBodyPart(i));
			}
		}
		else if (isFile(part) || !takeBody(part)) {
			this.attachments.add(attachment(part));
		}
	}

	private static boolean isFile(Part part) throws MessagingException {
		return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
	}

	private boolean takeBody(Part part) throws IOException, MessagingException {
		if (this.text == null && part.isMimeType("text/plain")) {
			this.text = decoded(part);
			return true;
		}
		if (this.html == null && part.isMimeType("text/html")) {
			this.html = decoded(part);
			return true;
		}
		if (this.calendar == null && part.isMimeType("text/calendar")) {
			this.calendar = decoded(part);
			return true;
		}
		return false;
	}

	private Attachment attachment(Part part) throws IOException, MessagingException {
		String name = part.getFileName();
		String[] ids = part.getHeader("Content-ID");
		return new Attachment((name != null) ? MailFile.decoded(name) : "part-" + (this.attachments.size() + 1),
				part.getContentType(), (ids != null) ? ids[0].replaceAll("[<>\\s]", "") : "",
				part.getInputStream().readAllBytes());
	}

	/** By hand, because the library throws at a charset that it does not know. */
	private static String decoded(Part part) throws IOException, MessagingException {
		return new String(part.getInputStream().readAllBytes(), charset(part.getContentType()));
	}

	private static Charset charset(String contentType) {
		try {
			String name = new ContentType(contentType).getParameter("charset");
			return (name != null) ? Charset.forName(name) : StandardCharsets.UTF_8;
		}
		catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException ex) {
			return StandardCharsets.UTF_8;
		}
	}

}
