package org.salon.notification.mail;

import java.net.URI;
import java.util.Locale;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the links in mails lead, and what signs them.
 *
 * @param linkKey at least 32 bytes in base64, the same for all services;
 * {@code SALON_LINK_KEY}
 * @param baseUrl public address of the registration service; {@code SALON_BASE_URL}
 * @param archiveBaseUrl public address of the archive; {@code SALON_ARCHIVE_BASE_URL}
 * @param defaultLocale language of mails to people whose own language there is none in;
 * {@code SALON_DEFAULT_LOCALE}
 */
@Validated
@ConfigurationProperties("salon")
public record LinkProperties(
		@NotBlank(message = "must be set (SALON_LINK_KEY): at least 32 bytes in base64") String linkKey,
		@NotNull @DefaultValue("http://localhost:8080") URI baseUrl,
		@NotNull @DefaultValue("http://localhost:8082") URI archiveBaseUrl,
		@NotNull @DefaultValue("zh-CN") Locale defaultLocale) {
}
