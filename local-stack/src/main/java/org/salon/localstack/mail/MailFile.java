package org.salon.localstack.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * One mail on disk: a first line with the recipient from the envelope, in the form of a
 * header so that any mail program can open the file, then the mail as it was received.
 */
record MailFile(Path path) {

	static final String SUFFIX = ".eml";

	private static final String RECIPIENT = "X-Envelope-To: ";

	static MailFile write(Path folder, String id, String to, MimeMessage mail) throws IOException, MessagingException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write((RECIPIENT + to + "\r\n").getBytes(StandardCharsets.UTF_8));
		mail.writeTo(bytes);
		Path next = folder.resolve(id + ".new");
		Files.write(next, bytes.toByteArray());
		return new MailFile(Files.move(next, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE));
	}

	/** Reads the head of the file only. */
	MailSummary summary() throws IOException, MessagingException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(this.path))) {
			InternetHeaders headers = new InternetHeaders(in, true);
			String id = this.path.getFileName().toString().replace(SUFFIX, "");
			return new MailSummary(id, header(headers, "X-Envelope-To"), header(headers, "From"),
					header(headers, "Subject"), Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-')))),
					header(headers, "Message-ID"));
		}
	}

	/** The mail as it was received. */
	byte[] source() throws IOException {
		byte[] all = Files.readAllBytes(this.path);
		int start = 0;
		while (all[start] != '\n') {
			start++;
		}
		return Arrays.copyOfRange(all, start + 1, all.length);
	}

	MimeMessage message() throws IOException, MessagingException {
		Properties settings = new Properties();
		settings.setProperty("mail.mime.allowutf8", "true");
		return new MimeMessage(Session.getInstance(settings), new java.io.ByteArrayInputStream(source()));
	}

	private static String header(InternetHeaders headers, String name) {
		String raw = headers.getHeader(name, ", ");
		return (raw != null) ? decoded(raw) : "";
	}

	static String decoded(String raw) {
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(raw)).strip();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			return raw;
		}
	}

}
