package org.salon.localstack.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;

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

	/**
	 * Writes a mail under a name that is not yet that of a mail, and returns once the
	 * disk has it.
	 */
	static Path write(Path folder, String to, MimeMessage mail) throws IOException, MessagingException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write((RECIPIENT + to + "\r\n").getBytes(StandardCharsets.UTF_8));
		mail.writeTo(bytes);
		Path written = folder.resolve(UUID.randomUUID() + ".new");
		try (FileChannel file = FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			ByteBuffer left = ByteBuffer.wrap(bytes.toByteArray());
			while (left.hasRemaining()) {
				file.write(left);
			}
			file.force(true);
		}
		return written;
	}

	/**
	 * Makes a written file a mail. It may lose its name again until the folder is forced.
	 */
	static MailFile name(Path written, String id) throws IOException {
		return new MailFile(Files.move(written, written.resolveSibling(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE));
	}

	/** Returns once the disk has all names that were given in the folder before. */
	static void force(Path folder) throws IOException {
		try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
			names.force(true);
		}
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
