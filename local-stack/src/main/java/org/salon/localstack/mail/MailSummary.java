package org.salon.localstack.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * What a list of mails shows of one.
 *
 * @param id name of the mail in this catcher; later mails have greater ids
 * @param to address that it was delivered to, from the envelope
 * @param from sender as its header says, decoded
 * @param subject decoded, empty if it has none
 * @param receivedAt when it was accepted
 * @param messageId its Message-ID header, empty if it has none
 */
public record MailSummary(String id, String to, String from, String subject, Instant receivedAt, String messageId) {

	boolean isTo(String address) {
		return this.to.equalsIgnoreCase(address);
	}

	boolean isToSomeoneLike(String text) {
		return this.to.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
	}

}
