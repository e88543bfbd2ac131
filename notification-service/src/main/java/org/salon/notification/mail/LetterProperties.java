package org.salon.notification.mail;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What all mails have in common.
 *
 * @param from the sender of all mails and the organizer in calendar entries, such as
 * {@code Salon <salon@example.org>}; {@code SALON_MAIL_FROM}
 */
@Validated
@ConfigurationProperties("salon.mail")
public record LetterProperties(@NotBlank @DefaultValue("Salon <salon@localhost>") String from) {
}
