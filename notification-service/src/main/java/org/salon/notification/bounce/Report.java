package org.salon.notification.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.salon.notification.smtp.SmtpAnswer;

/**
 * What somebody else's mail server, or a provider, says of one mail.
 *
 * @param deliveryId absent, if it is no mail of ours
 * @param reason in words for an operator, without addresses
 */
record Report(@Nullable UUID deliveryId, Meaning meaning, String reason) {

	private static final Pattern OURS = Pattern
		.compile("(\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12})\\.delivery@");

	private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

	private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]+");

	/** What is to follow from a report. */
	enum Meaning {

		/** There is no such address. */
		NO_SUCH_ADDRESS,
		/** It came back for another reason. */
		CAME_BACK,
		/** Its reader does not want such mails. */
		COMPLAINT,
		/** Nothing yet, as of a mail that is late. */
		NOTHING

	}

	/** That a mail cannot be delivered and nobody tries any more. */
	static Report failed(@Nullable UUID deliveryId, String status, @Nullable String diagnostic) {
		String words = SmtpAnswer.masked(UNSTORABLE.matcher((diagnostic != null) ? diagnostic : "").replaceAll(" "));
		String exact = exact(status, words);
		String reason = words.contains(exact) ? words : (exact + " " + words).strip();
		return new Report(deliveryId, SmtpAnswer.saysNoSuchAddress(exact) ? Meaning.NO_SUCH_ADDRESS : Meaning.CAME_BACK,
				reason);
	}

	static Report complaint(@Nullable UUID deliveryId) {
		return new Report(deliveryId, Meaning.COMPLAINT, "complaint");
	}

	static Report nothing(@Nullable UUID deliveryId) {
		return new Report(deliveryId, Meaning.NOTHING, "");
	}

	/** The mail that a Message-ID of ours is of. */
	static Optional<UUID> delivery(String messageId) {
		Matcher ours = OURS.matcher(messageId);
		return ours.find() ? Optional.of(UUID.fromString(ours.group(1).toLowerCase(Locale.ROOT))) : Optional.empty();
	}

	/** The first enhanced status code (RFC 3463) in a text. */
	static Optional<String> status(@Nullable String text) {
		Matcher status = STATUS.matcher((text != null) ? text : "");
		return status.find() ? Optional.of(status.group(1)) : Optional.empty();
	}

	/** Many servers put the general code in the report, and the exact one into words. */
	private static String exact(String status, String words) {
		return status.endsWith(".0.0")
				? status(words).filter((found) -> found.charAt(0) == status.charAt(0)).orElse(status) : status;
	}

}
