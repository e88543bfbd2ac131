package org.salon.notification.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it went over the wire, in its parts.
 *
 * @param source as it is, line by line
 */
public record MailParts(@Nullable String subject, @Nullable String html, @Nullable String text,
		@Nullable String calendar, String source) {

	private static final String[] TYPES = { "text/html", "text/plain", "text/calendar" };

	static MailParts of(byte[] mime) {
		String source = new String(mime, StandardCharsets.UTF_8);
		try {
			MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
			Map<String, String> parts = new HashMap<>();
			read(mail, parts);
			return new MailParts(mail.getSubject(), parts.get(TYPES[0]), parts.get(TYPES[1]), parts.get(TYPES[2]),
					source);
		}
		catch (MessagingException | IOException ex) {
			// What cannot be read can still be shown.
			return new MailParts(null, null, null, null, source);
		}
	}

	private static void read(Part part, Map<String, String> parts) throws MessagingException, IOException {
		if (part.isMimeType("multipart/*")) {
			Multipart several = (Multipart) part.getContent();
			for (int index = 0; index < several.getCount(); index++) {
				BodyPart each = several.getBodyPart(index);
				read(each, parts);
			}
			return;
		}
		for (String type : TYPES) {
			if (part.isMimeType(type)) {
				parts.putIfAbsent(type, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
			}
		}
	}

}
