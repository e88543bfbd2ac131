package org.salon.archive.web;

import java.net.URI;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings that the services share.
 *
 * @param baseUrl where the public finds the coming salons ({@code SALON_BASE_URL}); pages
 * link to it
 * @param archiveBaseUrl where the public finds the archive
 * ({@code SALON_ARCHIVE_BASE_URL}); feeds, the site map and permanent links use it, never
 * the address that a request came to
 * @param defaultLocale language of readers who ask for none that there is, and of feeds
 * ({@code SALON_DEFAULT_LOCALE})
 * @param operator who may rebuild the archive and see how it is
 */
@Validated
@ConfigurationProperties("salon")
public record SalonProperties(@NotNull URI baseUrl, @NotNull URI archiveBaseUrl,
		@DefaultValue("zh-CN") Locale defaultLocale, @Valid @DefaultValue Operator operator) {

	/** The address of a page of the archive. */
	public String archiveUrl(String path) {
		return withoutSlash(this.archiveBaseUrl) + path;
	}

	/** The address of the page of coming salons. */
	public String comingUrl() {
		return withoutSlash(this.baseUrl) + "/";
	}

	/** The address where one signs up for a coming salon. */
	public String signUpUrl(int number) {
		return comingUrl() + "salons/" + number;
	}

	private static String withoutSlash(URI uri) {
		String text = uri.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

	/**
	 * The operator.
	 *
	 * @param password of the user {@code operator} ({@code SALON_OPERATOR_PASSWORD}); at
	 * most 72 bytes, for bcrypt takes no more. There is no default
	 */
	public record Operator(
			@NotBlank(message = "must be set: give the operator's password in SALON_OPERATOR_PASSWORD") @Size(max = 72,
					message = "must have at most 72 characters") @DefaultValue("") String password) {

		@Override
		public String toString() {
			return "Operator[password=***]";
		}

	}
}
