package org.salon.notification.template;

import java.time.Instant;
import java.util.Locale;

/**
 * The operator's own words for one occasion in one language.
 *
 * @param occasion one of {@link org.salon.notification.mail.Occasions#ALL}
 */
public record StoredTemplate(String occasion, Locale language, String subject, String body, Instant savedAt) {
}
