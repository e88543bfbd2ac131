package org.salon.notification.ledger;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long mails are kept after they were handed over.
 *
 * @param keptMails for how long an operator can see a mail as it was sent; nothing for
 * not at all; {@code SALON_KEPT_MAILS}
 */
@Validated
@ConfigurationProperties("salon")
record KeptMailProperties(@NotNull @DefaultValue("P30D") Duration keptMails) {
}
