package org.salon.notification.digest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.salon.notification.mail.LetterFailed;
import org.salon.notification.mail.LetterProperties;

import org.springframework.stereotype.Component;

/** Puts a digest together as a mail. */
@Component
class DigestComposer {

	private final Session session = Session.getInstance(new Properties());

	private final DigestWriter writer;

	private final DigestTemplates templates;

	private final String from;

	DigestComposer(DigestWriter writer, DigestTemplates templates, LetterProperties letters) {
		this.writer = writer;
		this.templates = templates;
		this.from = letters.from();
	}

	/** The mail as it goes over the wire; the same Message-ID for the same delivery. */
	byte[] compose(UUID deliveryId, Organiser organiser, Digest digest) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			DigestView view = this.writer.write(digest);
			MimeMessage message = new MimeMessage(this.session);
			InternetAddress sender = new InternetAddress(this.from, false);
			if (sender.getPersonal() != null) {
				sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
			}
			message.setFrom(sender);
			message.setRecipient(Message.RecipientType.TO, new InternetAddress(organiser.address(), true));
			message.setSubject(view.subject(), StandardCharsets.UTF_8.name());
			message.setSentDate(Date.from(digest.now()));
			message.setHeader("Content-Language", view.language());
			message.setHeader("Auto-Submitted", "auto-generated");
			message.setContent(new MimeMultipart("alternative", part(this.templates.text(view), "plain"),
					part(this.templates.html(view), "html")));
			message.saveChanges();
			// After that, which makes one anew each time.
			message.setHeader("Message-ID", "<" + deliveryId + ".delivery@" + domain(sender) + ">");
			message.writeTo(bytes);
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			throw new LetterFailed(deliveryId, ex);
		}
		return bytes.toByteArray();
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, StandardCharsets.UTF_8.name(), subtype);
		return part;
	}

	private static String domain(InternetAddress sender) {
		return sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
	}

}
