package org.salon.notification.returnpath;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where mails come back to.
 *
 * @param address such as {@code bounces@example.org}, whose server delivers
 * {@code bounces+…@example.org} to the same mailbox; mails come back to their sender's
 * address if it is empty; {@code SALON_BOUNCE_ADDRESS}
 */
@Validated
@ConfigurationProperties("salon.bounces")
record ReturnPathProperties(@NotNull @DefaultValue("") String address) {
}
