package org.salon.notification.sender;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are sent.
 *
 * @param enabled whether this instance sends at all
 * @param connections to the mail server at a time; {@code SALON_SENDER_CONNECTIONS}
 * @param batch messages that each connection holds in advance
 * @param lease for how long a message stays with a sender that shows no sign of life
 * @param poll how often to look for messages that another instance has planned; one's own
 * come at once
 * @param firstPause after a failure of the mail server; doubled each time
 * @param longestPause to which pauses grow
 * @param firstRetry after a refusal for now of one message; doubled each time
 * @param longestRetry to which the waits between attempts grow
 * @param refusalsInARow after so many messages refused for good one after the other it is
 * the server that is at fault, or we
 */
@Validated
@ConfigurationProperties("salon.sender")
public record SenderProperties(@DefaultValue("true") boolean enabled, @Positive @DefaultValue("4") int connections,
		@Positive @DefaultValue("8") int batch, @NotNull @DefaultValue("20s") Duration lease,
		@NotNull @DefaultValue("2s") Duration poll, @NotNull @DefaultValue("500ms") Duration firstPause,
		@NotNull @DefaultValue("15s") Duration longestPause, @NotNull @DefaultValue("2s") Duration firstRetry,
		@NotNull @DefaultValue("5m") Duration longestRetry, @Positive @DefaultValue("10") int refusalsInARow) {
}
