package org.salon.notification.smtp;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the mail server is spoken to.
 *
 * @param connectTimeout for the connection to stand
 * @param readTimeout for each answer; some servers take half a minute after the final dot
 * @param writeTimeout for each write
 * @param sendTimeout for a whole message, however the server drips its bytes
 * @param idle after so long without a message a connection is closed
 * @param messagesPerConnection after so many messages a new one is opened
 */
@Validated
@ConfigurationProperties("salon.smtp")
public record SmtpProperties(@NotNull @DefaultValue("10s") Duration connectTimeout,
		@NotNull @DefaultValue("60s") Duration readTimeout, @NotNull @DefaultValue("30s") Duration writeTimeout,
		@NotNull @DefaultValue("2m") Duration sendTimeout, @NotNull @DefaultValue("10s") Duration idle,
		@Positive @DefaultValue("100") int messagesPerConnection) {
}
