package org.salon.notification.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.salon.notification.mail.LetterView.Action;
import org.salon.notification.plan.CalendarMethod;

import org.springframework.stereotype.Component;

/**
 * Puts mails together.
 *
 * <pre>
 * multipart/mixed               with a calendar entry; else the alternative stands alone
 *   multipart/alternative
 *     text/plain
 *     text/html
 *     text/calendar; method=…   last: programs show the last that they understand
 *   application/ics             for those that do not
 * </pre>
 */
@Component
public class Letters {

	static {
		// Else the service loader is asked, which reads jars, for each part of each mail:
		// a tenth of all that composing costs.
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private static final int USUAL_SIZE = 32 * 1024;

	private final Session session = Session.getInstance(new Properties());

	private final LetterWriter writer;

	private final LetterTemplates templates;

	private final Links links;

	private final InternetAddress from;

	private final String domain;

	Letters(LetterWriter writer, LetterTemplates templates, Links links, LetterProperties properties) {
		this.writer = writer;
		this.templates = templates;
		this.links = links;
		this.from = sender(properties.from());
		this.domain = this.from.getAddress().substring(this.from.getAddress().lastIndexOf('@') + 1);
	}

	/** The mail as it goes over the wire; the same Message-ID for the same delivery. */
	public byte[] compose(Letter letter) {
		return compose(letter, this.writer.write(letter));
	}

	byte[] compose(Letter letter, LetterView view) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
		try {
			MimeMessage message = message(letter, view);
			message.saveChanges();
			message.writeTo(bytes);
		}
		catch (MessagingException | IOException ex) {
			throw new LetterFailed(letter.deliveryId(), ex);
		}
		return bytes.toByteArray();
	}

	private MimeMessage message(Letter letter, LetterView view) throws MessagingException, IOException {
		MimeMessage message = new IdentifiedMessage(this.session,
				"<" + letter.deliveryId() + ".delivery@" + this.domain + ">");
		message.setFrom(this.from);
		message.setRecipient(Message.RecipientType.TO, recipient(letter));
		message.setSubject(view.subject(), StandardCharsets.UTF_8.name());
		message.setSentDate(Date.from(letter.writtenAt()));
		headers(message, letter, view);
		MimeMultipart alternative = new MimeMultipart("alternative");
		alternative.addBodyPart(text(this.templates.text(view), "plain"));
		alternative.addBodyPart(text(this.templates.html(view), "html"));
		if (letter.calendar() == CalendarMethod.NONE) {
			message.setContent(alternative);
		}
		else {
			message.setContent(withCalendar(alternative, letter, view));
		}
		return message;
	}

	private void headers(MimeMessage message, Letter letter, LetterView view) throws MessagingException {
		message.setHeader("Content-Language", view.language());
		message.setHeader("Auto-Submitted", "auto-generated");
		if (letter.kind().asks()) {
			// It asks for an answer, and the mail program's own button would be taken for
			// one: who declines a seat by it would still keep the others waiting. Whose
			// address is not confirmed has subscribed to nothing that could be ended.
			return;
		}
		message.setHeader("List-Id", "Salon <salon." + this.domain + ">");
		message.setHeader("List-Unsubscribe", "<" + this.links.unsubscribe(letter.salon(), letter.member()) + ">");
		message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
	}

	private MimeMultipart withCalendar(MimeMultipart alternative, Letter letter, LetterView view)
			throws MessagingException, IOException {
		EncodedText calendar = EncodedText.base64(new CalendarEntry(letter, this.from,
				this.links.join(letter.salon(), letter.registration()), description(view))
			.bytes());
		String method = letter.calendar().name();
		alternative.addBodyPart(part(calendar, "text/calendar; method=" + method + "; charset=UTF-8"));
		MimeBodyPart attachment = part(calendar, "application/ics; name=salon.ics");
		attachment.setDisposition(Part.ATTACHMENT);
		attachment.setFileName("salon.ics");
		MimeBodyPart first = new MimeBodyPart();
		first.setContent(alternative);
		return new MimeMultipart("mixed", first, attachment);
	}

	private static String description(LetterView view) {
		StringBuilder text = new StringBuilder(String.join("\n", view.joining()));
		view.buttons().forEach((button) -> append(text, button));
		view.actions().forEach((action) -> append(text, action));
		return text.toString().strip();
	}

	private static void append(StringBuilder text, Action action) {
		text.append('\n').append(action.label()).append('\n').append(action.url());
	}

	private static MimeBodyPart text(String content, String subtype) throws MessagingException {
		return part(EncodedText.of(content), "text/" + subtype + "; charset=UTF-8");
	}

	private static MimeBodyPart part(EncodedText content, String type) throws MessagingException {
		InternetHeaders headers = new InternetHeaders();
		headers.setHeader("Content-Type", type);
		headers.setHeader("Content-Transfer-Encoding", content.encoding());
		return new MimeBodyPart(headers, content.bytes());
	}

	private static InternetAddress recipient(Letter letter) throws MessagingException, IOException {
		InternetAddress address = new InternetAddress(letter.member().email(), true);
		var name = PlainText.name(letter.member().name());
		if (name.isPresent()) {
			address.setPersonal(name.get(), StandardCharsets.UTF_8.name());
		}
		return address;
	}

	private static InternetAddress sender(String from) {
		try {
			InternetAddress address = new InternetAddress(from, false);
			if (address.getPersonal() != null) {
				address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
			}
			if (address.getAddress().indexOf('@') < 1) {
				throw new AddressException("no address", from);
			}
			return address;
		}
		catch (AddressException | UnsupportedEncodingException ex) {
			throw new IllegalArgumentException("salon.mail.from (SALON_MAIL_FROM) is no mail address: " + from, ex);
		}
	}

	/** Keeps its own Message-ID; the library would make one anew. */
	private static final class IdentifiedMessage extends MimeMessage {

		private final String id;

		IdentifiedMessage(Session session, String id) {
			super(session);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

}
