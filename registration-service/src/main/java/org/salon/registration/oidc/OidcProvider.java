package org.salon.registration.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The provider as it describes itself, which it is asked for when somebody first wants to
 * log in with it: the service starts, and everybody with a password comes in, while it is
 * away.
 */
final class OidcProvider implements ClientRegistrationRepository {

	/** What our side calls it. */
	static final String ID = "provider";

	private static final String HMAC = "HmacSHA256";

	private final OidcProperties properties;

	private final String redirect;

	private final SecretKey cookieKey;

	private volatile @Nullable ClientRegistration known;

	/**
	 * The provider of the settings.
	 * @param redirect where it leads back to, as browsers name it
	 */
	OidcProvider(OidcProperties properties, String redirect, String linkKey) {
		this.properties = properties;
		this.redirect = redirect;
		this.cookieKey = derive(linkKey);
	}

	/** As our own key, for nothing but the cookie of a login under way. */
	private static SecretKey derive(String linkKey) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(linkKey), HMAC));
			return new SecretKeySpec(mac.doFinal("salon oidc login v1".getBytes(StandardCharsets.US_ASCII)), HMAC);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has HMAC-SHA-256", ex);
		}
	}

	SecretKey cookieKey() {
		return this.cookieKey;
	}

	ClientRegistration registration() {
		ClientRegistration registration = this.known;
		if (registration == null) {
			registration = ClientRegistrations.fromIssuerLocation(this.properties.issuer())
				.registrationId(ID)
				.clientId(this.properties.clientId())
				.clientSecret(this.properties.clientSecret())
				.redirectUri(this.redirect)
				.scope("openid", "email")
				.userNameAttributeName("sub")
				.build();
			this.known = registration;
		}
		return registration;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		return id.equals(ID) ? registration() : null;
	}

}
