package org.salon.notification.mail;

import java.util.Locale;
import java.util.Optional;

/** Where mails find the operator's own words, if there are any. */
@FunctionalInterface
public interface OwnWordsSource {

	/**
	 * The words for such a mail.
	 * @param occasion one of {@link Occasions#ALL}
	 * @param language one that there are built-in words in
	 */
	Optional<OwnWords> find(String occasion, Locale language);

}
