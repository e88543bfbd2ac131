package org.salon.registration.oidc;

import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The OpenID provider that people may log in with. Off where no issuer is set.
 *
 * @param issuer its address, where it describes itself ({@code SALON_OIDC_ISSUER})
 * @param clientId as which this club is known there ({@code SALON_OIDC_CLIENT_ID})
 * @param clientSecret that of this client ({@code SALON_OIDC_CLIENT_SECRET})
 */
@Validated
@ConfigurationProperties(prefix = "salon.oidc")
public record OidcProperties(@DefaultValue("") String issuer, @DefaultValue("") String clientId,
		@DefaultValue("") String clientSecret) {

	public boolean isOn() {
		return !this.issuer.isBlank();
	}

	@AssertTrue(message = "set all of SALON_OIDC_ISSUER, SALON_OIDC_CLIENT_ID and SALON_OIDC_CLIENT_SECRET, or none")
	public boolean isWhole() {
		return this.issuer.isBlank() == this.clientId.isBlank() && this.issuer.isBlank() == this.clientSecret.isBlank();
	}

	@Override
	public String toString() {
		return "OidcProperties[issuer=" + this.issuer + "]";
	}

}
