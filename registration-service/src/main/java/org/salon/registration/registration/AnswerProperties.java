package org.salon.registration.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What follows from calendars' answers to invitations.
 *
 * @param declineCancels whether who declines gives the place back
 * ({@code SALON_DECLINE_CANCELS})
 */
@ConfigurationProperties("salon")
record AnswerProperties(@DefaultValue("false") boolean declineCancels) {
}
