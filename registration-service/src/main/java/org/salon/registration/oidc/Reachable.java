package org.salon.registration.oidc;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Begins no login while the provider cannot be asked who it is: the request goes on to
 * {@link ProviderAwayController}, which says so.
 */
final class Reachable implements OAuth2AuthorizationRequestResolver {

	private static final Logger logger = LoggerFactory.getLogger(Reachable.class);

	private final OAuth2AuthorizationRequestResolver resolver;

	Reachable(OAuth2AuthorizationRequestResolver resolver) {
		this.resolver = resolver;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		try {
			return this.resolver.resolve(request);
		}
		catch (RuntimeException ex) {
			return away(ex);
		}
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		try {
			return this.resolver.resolve(request, registrationId);
		}
		catch (RuntimeException ex) {
			return away(ex);
		}
	}

	private static @Nullable OAuth2AuthorizationRequest away(RuntimeException fault) {
		logger.warn("the OpenID provider does not say what it is: {}", fault.toString());
		return null;
	}

}
