package org.salon.notification.message;

import org.salon.notification.mail.OwnWords;

/**
 * Subject and first paragraphs of a message, in Mustache.
 *
 * @param language for those who read that one; {@link #ALL} for those who read none of
 * the others
 */
public record MessageWords(String language, String subject, String body) {

	/** For all others. */
	public static final String ALL = "*";

	/**
	 * As they are said.
	 * @throws org.salon.notification.mail.InvalidWords if they cannot be
	 */
	OwnWords compile() {
		return OwnWords.compile(this.subject, this.body);
	}

}
