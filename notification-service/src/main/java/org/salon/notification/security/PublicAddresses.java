package org.salon.notification.security;

import java.net.URI;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the console's pages are found, never taken from a request.
 *
 * @param baseUrl of registration-service, where one logs in ({@code SALON_BASE_URL})
 * @param notificationBaseUrl of this service ({@code SALON_NOTIFICATION_BASE_URL})
 */
@Validated
@ConfigurationProperties("salon")
record PublicAddresses(@NotNull @DefaultValue("http://localhost:8080") URI baseUrl,
		@NotNull @DefaultValue("http://localhost:8081") URI notificationBaseUrl) {
}
