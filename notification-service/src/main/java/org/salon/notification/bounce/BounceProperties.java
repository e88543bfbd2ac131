package org.salon.notification.bounce;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailboxes to which mails come back and calendars answer.
 *
 * @param imapUrl such as {@code imaps://mail.example.org/INBOX}; none is read by IMAP if
 * it is empty. {@code imap://} asks for STARTTLS, but of this machine itself;
 * {@code SALON_BOUNCE_IMAP_URL}
 * @param imapUsername {@code SALON_BOUNCE_IMAP_USERNAME}
 * @param imapPassword {@code SALON_BOUNCE_IMAP_PASSWORD}
 * @param pop3Url such as {@code pop3s://mail.example.org}, the same for POP3;
 * {@code SALON_BOUNCE_POP3_URL}
 * @param pop3Username {@code SALON_BOUNCE_POP3_USERNAME}
 * @param pop3Password {@code SALON_BOUNCE_POP3_PASSWORD}
 * @param poll how often to look; {@code SALON_BOUNCE_POLL}
 */
@Validated
@ConfigurationProperties("salon.bounces")
record BounceProperties(@NotNull @DefaultValue("") String imapUrl, @NotNull @DefaultValue("") String imapUsername,
		@NotNull @DefaultValue("") String imapPassword, @NotNull @DefaultValue("") String pop3Url,
		@NotNull @DefaultValue("") String pop3Username, @NotNull @DefaultValue("") String pop3Password,
		@NotNull @DefaultValue("1m") Duration poll) {
}
