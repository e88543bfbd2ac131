package org.salon.notification.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.salon.notification.mail.LetterView.Action;
import org.salon.notification.mail.form.Form;
import org.salon.notification.mail.form.FormBuilder;
import org.salon.notification.mail.form.FormBuilder.Slot;
import org.salon.notification.plan.CalendarMethod;

import org.springframework.stereotype.Component;

/**
 * Makes a letter's words a mail.
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
class LetterForms {

	static {
		// Else the service loader is asked, which reads jars, for each part of each mail.
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
	}

	private static final int USUAL_SIZE = 32 * 1024;

	private final Session session = Session.getInstance(new Properties());

	private final LetterTemplates templates;

	private final InternetAddress from;

	private final String domain;

	LetterForms(LetterTemplates templates, LetterProperties properties) {
		this.templates = templates;
		this.from = sender(properties.from());
		this.domain = this.from.getAddress().substring(this.from.getAddress().lastIndexOf('@') + 1);
	}

	/**
	 * The form of a mail.
	 * @param to the field To as it goes over the wire, or the mark for it
	 * @param marks that stand in all of these
	 */
	Form form(Letter letter, LetterView view, String to, OwnLinks links, FormBuilder marks) {
		try {
			return marks.build(frame(letter, view, to, links, marks));
		}
		catch (MessagingException | IOException ex) {
			throw new LetterFailed(letter.deliveryId(), ex);
		}
	}

	private byte[] frame(Letter letter, LetterView view, String to, OwnLinks links, FormBuilder form)
			throws MessagingException, IOException {
		MimeMessage message = new IdentifiedMessage(this.session,
				"<" + letter.deliveryId() + ".delivery@" + this.domain + ">");
		message.setFrom(this.from);
		message.setHeader("To", to);
		message.setHeader("Subject", form.subject(view.subject()));
		message.setSentDate(Date.from(letter.writtenAt()));
		headers(message, letter, view, links);
		Multipart alternative = new Multipart("alternative", text(form.plain(this.templates.text(view)), "plain"),
				text(form.html(this.templates.html(view)), "html"));
		if (letter.calendar() == CalendarMethod.NONE) {
			message.setContent(alternative);
		}
		else {
			message.setContent(withCalendar(alternative, letter, view, links, form));
		}
		ByteArrayOutputStream frame = new ByteArrayOutputStream(USUAL_SIZE);
		message.saveChanges();
		message.writeTo(frame);
		return frame.toByteArray();
	}

	private void headers(MimeMessage message, Letter letter, LetterView view, OwnLinks links)
			throws MessagingException {
		message.setHeader("Content-Language", view.language());
		message.setHeader("Auto-Submitted", "auto-generated");
		if (letter.kind().asks()) {
			// It asks for an answer, and the mail program's own button would be taken for
			// one: who declines a seat by it would still keep the others waiting. Whose
			// address is not confirmed has subscribed to nothing that could be ended.
			return;
		}
		message.setHeader("List-Id", "Salon <salon." + this.domain + ">");
		message.setHeader("List-Unsubscribe", "<" + links.unsubscribe() + ">");
		message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
	}

	private Multipart withCalendar(Multipart alternative, Letter letter, LetterView view, OwnLinks links,
			FormBuilder form) throws MessagingException {
		Slot calendar = form.calendar(new CalendarEntry(letter, this.from, links.join(), description(view)).text());
		String method = letter.calendar().name();
		alternative.addBodyPart(part(calendar, "text/calendar; method=" + method + "; charset=UTF-8"));
		MimeBodyPart attachment = part(calendar, "application/ics; name=salon.ics");
		attachment.setDisposition(Part.ATTACHMENT);
		attachment.setFileName("salon.ics");
		MimeBodyPart first = new MimeBodyPart();
		first.setContent(alternative);
		return new Multipart("mixed", first, attachment);
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

	private static MimeBodyPart text(Slot text, String subtype) throws MessagingException {
		return part(text, "text/" + subtype + "; charset=UTF-8");
	}

	private static MimeBodyPart part(Slot content, String type) throws MessagingException {
		InternetHeaders headers = new InternetHeaders();
		headers.setHeader("Content-Type", type);
		headers.setHeader("Content-Transfer-Encoding", content.encoding());
		return new MimeBodyPart(headers, content.text().getBytes(StandardCharsets.US_ASCII));
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

	/** Parts with a boundary that cannot stand in any of them, as they are encoded. */
	private static final class Multipart extends MimeMultipart {

		Multipart(String subtype, MimeBodyPart... parts) throws MessagingException {
			super(subtype, parts);
			ContentType type = new ContentType("multipart", subtype, null);
			type.setParameter("boundary", "=_" + subtype);
			this.contentType = type.toString();
		}

	}

}
