package org.salon.registration;

import java.net.URI;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of this service.
 *
 * @param operator who may enter the console ({@code SALON_OPERATOR_PASSWORD})
 * @param linkKey at least 32 bytes in base64, the same for all services
 * ({@code SALON_LINK_KEY})
 * @param baseUrl public address of this service, never taken from a request
 * ({@code SALON_BASE_URL})
 * @param archiveBaseUrl public address of the archive ({@code SALON_ARCHIVE_BASE_URL})
 * @param notificationBaseUrl public address of the mail pages of notification-service
 * ({@code SALON_NOTIFICATION_BASE_URL})
 * @param notificationUrl where the live page asks notification-service
 * ({@code SALON_NOTIFICATION_URL})
 * @param archiveUrl where the live page asks archive-service ({@code SALON_ARCHIVE_URL})
 * @param defaultLocale language for readers who ask for none that there is, a BCP 47 tag
 * ({@code SALON_DEFAULT_LOCALE})
 * @param rateLimits whether the public form is limited ({@code SALON_RATE_LIMITS})
 * @param mailFrom the sender of all mails, refused as a registrant: it would write to
 * itself ({@code SALON_MAIL_FROM})
 */
@Validated
@ConfigurationProperties(prefix = "salon")
public record SalonProperties(@Valid @NotNull Operator operator,
		@NotBlank(message = "set SALON_LINK_KEY: at least 32 random bytes in base64") String linkKey,
		@NotNull @DefaultValue("http://localhost:8080") URI baseUrl,
		@NotNull @DefaultValue("http://localhost:8082") URI archiveBaseUrl,
		@NotNull @DefaultValue("http://localhost:8081") URI notificationBaseUrl,
		@NotNull @DefaultValue("http://localhost:8081") URI notificationUrl,
		@NotNull @DefaultValue("http://localhost:8082") URI archiveUrl,
		@NotNull @DefaultValue("zh-CN") Locale defaultLocale, @DefaultValue("on") boolean rateLimits,
		@Nullable String mailFrom) {

	/**
	 * The operator.
	 *
	 * @param password of the user {@code operator}; there is no default
	 */
	public record Operator(@NotBlank(message = "set SALON_OPERATOR_PASSWORD: there is no default password") @Size(
			max = 72, message = "SALON_OPERATOR_PASSWORD may have 72 characters at most") String password) {
	}

	/**
	 * The address of the sender of all mails, without its name; null if it is not known.
	 */
	public @Nullable String ownAddress() {
		if (this.mailFrom == null || this.mailFrom.isBlank()) {
			return null;
		}
		int name = this.mailFrom.indexOf('<');
		return this.mailFrom.substring(name + 1).replace(">", "").strip();
	}

	/** The page of that path at the public address. */
	public String page(String path) {
		return at(this.baseUrl, path);
	}

	/** The page of that path of notification-service. */
	public String mailPage(String path) {
		return at(this.notificationBaseUrl, path);
	}

	private static String at(URI address, String path) {
		String base = address.toString();
		return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
	}

}
