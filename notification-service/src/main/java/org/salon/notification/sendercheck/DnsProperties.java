package org.salon.notification.sendercheck;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is asked for the records of the sender's domain.
 *
 * @param server address or {@code address:port}; the machine's own, if it is empty;
 * {@code SALON_DNS_SERVER}
 */
@Validated
@ConfigurationProperties("salon.dns")
record DnsProperties(@NotNull @DefaultValue("") String server) {
}
