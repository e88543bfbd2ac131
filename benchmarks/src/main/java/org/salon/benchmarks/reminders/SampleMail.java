package org.salon.benchmarks.reminders;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A reminder of the service, taken apart, so that others can put an equal one together.
 *
 * @param source as it came over the wire
 */
record SampleMail(String source, String subject, String text, String html, String calendar) {

	static SampleMail of(String source) {
		try {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
			return new SampleMail(source, message.getSubject(), part(message, "text/plain"), part(message, "text/html"),
					part(message, "text/calendar"));
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException("The service's reminder cannot be read", ex);
		}
	}

	private static String part(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type)) {
			return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		if (part.getContent() instanceof MimeMultipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = part(parts.getBodyPart(i), type);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return "";
	}

}
