package org.salon.notification;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When people are asked how a salon was.
 *
 * @param feedbackAfter how long after the end, an ISO 8601 duration of less than 7 days;
 * empty, if nobody is asked; {@code SALON_FEEDBACK_AFTER}
 */
@ConfigurationProperties("salon")
record FeedbackProperties(@Nullable Duration feedbackAfter) {
}
