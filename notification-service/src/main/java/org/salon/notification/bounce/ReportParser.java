package org.salon.notification.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;
import org.salon.notification.returnpath.ReturnPaths;

/**
 * Reads delivery status notifications (RFC 3464) and complaints (RFC 5965). The mail that
 * they are about is told by the address that they came to, or by its Message-ID in the
 * copy that they carry.
 */
final class ReportParser {

	private static final int DEEPEST = 4;

	private static final int MOST_PARTS = 50;

	/** What a mail server may make of our Message-ID, where we name no return path. */
	private static final Pattern OWN_ADDRESS = Pattern
		.compile("\\+(\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12})@");

	private static final List<String> TO = List.of("X-Original-To", "Delivered-To", "Envelope-To", "To");

	private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "opt-out");

	private final List<InternetHeaders> statuses = new ArrayList<>();

	private @Nullable InternetHeaders feedback;

	private @Nullable InternetHeaders original;

	private final ReturnPaths returnPaths;

	private int parts;

	private ReportParser(ReturnPaths returnPaths) {
		this.returnPaths = returnPaths;
	}

	static Report parse(byte[] message, ReturnPaths returnPaths) throws UnreadableReport {
		try {
			MimeMessage mail = new MimeMessage((Session) null, new ByteArrayInputStream(message));
			ReportParser parser = new ReportParser(returnPaths);
			parser.look(mail, 0);
			return parser.report(mail);
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			// The library answers some kinds of nonsense by exceptions of its own.
			throw new UnreadableReport("it is no mail that can be read", ex);
		}
	}

	private void look(Part part, int depth) throws MessagingException, IOException, UnreadableReport {
		if (depth > DEEPEST || ++this.parts > MOST_PARTS) {
			throw new UnreadableReport("it has too many parts");
		}
		if (part.isMimeType("multipart/*")) {
			if (part.getContent() instanceof Multipart all) {
				for (int i = 0; i < all.getCount(); i++) {
					look(all.getBodyPart(i), depth + 1);
				}
			}
		}
		else if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
			this.statuses.addAll(groups(part));
		}
		else if (part.isMimeType("message/feedback-report")) {
			this.feedback = groups(part).stream().findFirst().orElse(null);
		}
		else if (depth > 0 && (part.isMimeType("message/rfc822") || part.isMimeType("message/global")
				|| part.isMimeType("text/rfc822-headers") || part.isMimeType("message/global-headers"))) {
			this.original = groups(part).stream().findFirst().orElse(null);
		}
	}

	/** The fields of the part, as many groups of them as empty lines make. */
	private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
		List<InternetHeaders> groups = new ArrayList<>();
		try (InputStream content = content(part)) {
			InputStream bytes = new ByteArrayInputStream(content.readAllBytes());
			while (bytes.available() > 0 && groups.size() < MOST_PARTS) {
				InternetHeaders group = new InternetHeaders(bytes);
				if (group.getAllHeaders().hasMoreElements()) {
					groups.add(group);
				}
			}
		}
		return groups;
	}

	/** The library reads parts of this kind as if they could not be encoded. */
	private static InputStream content(Part part) throws MessagingException, IOException {
		if (part instanceof MimeBodyPart body && body.getEncoding() != null) {
			return MimeUtility.decode(body.getRawInputStream(), body.getEncoding());
		}
		return part.getInputStream();
	}

	private Report report(MimeMessage mail) throws MessagingException, UnreadableReport {
		UUID delivery = delivery(mail);
		if (this.feedback != null) {
			return COMPLAINTS.contains(field(this.feedback, "Feedback-Type").toLowerCase(Locale.ROOT))
					? Report.complaint(delivery) : Report.nothing(delivery);
		}
		Report worst = null;
		for (InternetHeaders group : this.statuses) {
			Report report = ofRecipient(delivery, group);
			if (report != null && (worst == null || report.meaning().compareTo(worst.meaning()) < 0)) {
				worst = report;
			}
		}
		if (worst == null) {
			throw new UnreadableReport("it does not report on a mail");
		}
		return worst;
	}

	/** Nothing, of fields that are about the mail as a whole. */
	private static @Nullable Report ofRecipient(@Nullable UUID delivery, InternetHeaders group) {
		String action = field(group, "Action").toLowerCase(Locale.ROOT);
		String status = Report.status(field(group, "Status")).orElse("");
		if (action.isEmpty() && status.isEmpty()) {
			return null;
		}
		boolean failed = action.isEmpty() ? status.startsWith("5") : action.startsWith("failed");
		if (!failed) {
			return Report.nothing(delivery);
		}
		String diagnostic = field(group, "Diagnostic-Code").replaceFirst("(?i)^[a-z0-9-]+\\s*;\\s*", "");
		return Report.failed(delivery, status.isEmpty() ? "5.0.0" : status, diagnostic);
	}

	private @Nullable UUID delivery(MimeMessage mail) throws MessagingException {
		StringBuilder recipients = new StringBuilder();
		for (String header : TO) {
			recipients.append(mail.getHeader(header, ",")).append('\n');
		}
		UUID returned = this.returnPaths.delivery(recipients.toString()).orElse(null);
		if (returned != null) {
			return returned;
		}
		if (this.original != null) {
			UUID named = Report.delivery(field(this.original, "Message-ID")).orElse(null);
			if (named != null) {
				return named;
			}
		}
		Matcher own = OWN_ADDRESS.matcher(recipients);
		// Where the return path is ours, only what is sealed counts.
		return (this.returnPaths.domain().isEmpty() && own.find()) ? UUID.fromString(own.group(1)) : null;
	}

	private static String field(InternetHeaders group, String name) {
		String value = group.getHeader(name, ",");
		return (value != null) ? value.replaceAll("\\s+", " ").strip() : "";
	}

}
