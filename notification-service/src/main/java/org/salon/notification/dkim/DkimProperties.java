package org.salon.notification.dkim;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are signed: all three, or none and mails are not.
 *
 * @param domain that answers for the mails, the sender's or one above it;
 * {@code SALON_DKIM_DOMAIN}
 * @param selector under which the domain publishes the key; {@code SALON_DKIM_SELECTOR}
 * @param keyFile the private RSA key, PEM in PKCS #8; {@code SALON_DKIM_KEY_FILE}
 */
@Validated
@ConfigurationProperties("salon.dkim")
record DkimProperties(@NotNull @DefaultValue("") String domain, @NotNull @DefaultValue("") String selector,
		@NotNull @DefaultValue("") String keyFile) {

	boolean none() {
		return this.domain.isBlank() && this.selector.isBlank() && this.keyFile.isBlank();
	}

	boolean all() {
		return !this.domain.isBlank() && !this.selector.isBlank() && !this.keyFile.isBlank();
	}

}
