package org.salon.notification.bounce;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox to which mails come back.
 *
 * @param imapUrl such as {@code imaps://mail.example.org/INBOX}; none is read if it is
 * empty. {@code imap://} asks for STARTTLS, but of this machine itself;
 * {@code SALON_BOUNCE_IMAP_URL}
 * @param imapUsername {@code SALON_BOUNCE_IMAP_USERNAME}
 * @param imapPassword {@code SALON_BOUNCE_IMAP_PASSWORD}
 * @param poll how often to look; {@code SALON_BOUNCE_POLL}
 */
@Validated
@ConfigurationProperties("salon.bounces")
record BounceProperties(@NotNull @DefaultValue("") String imapUrl, @NotNull @DefaultValue("") String imapUsername,
		@NotNull @DefaultValue("") String imapPassword, @NotNull @DefaultValue("1m") Duration poll) {
}
