package org.salon.registration.oidc;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

import org.salon.access.account.Accounts;
import org.salon.access.audit.AuditTrail;
import org.salon.registration.SalonProperties;

/** The login by an OpenID provider (authorization code with PKCE), if one is set. */
@Component
public class OidcLogin {

	/** Where the button on the login page leads to. */
	public static final String START = "/operator/login/with/" + OidcProvider.ID;

	private static final String BACK = "/operator/login/back";

	private static final String FAILED = "/operator/login?provider=";

	private static final Logger logger = LoggerFactory.getLogger(OidcLogin.class);

	private final OidcProperties properties;

	private final SalonProperties salon;

	private final Accounts accounts;

	private final AuditTrail audit;

	private final Clock clock;

	OidcLogin(OidcProperties properties, SalonProperties salon, Accounts accounts, AuditTrail audit, Clock clock) {
		this.properties = properties;
		this.salon = salon;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/** Adds it to the filters of the pages. */
	public void addTo(HttpSecurity http, AuthenticationSuccessHandler success) {
		if (!this.properties.isOn()) {
			return;
		}
		OidcProvider provider = new OidcProvider(this.properties, this.salon.page(BACK), this.salon.linkKey());
		boolean secure = "https".equalsIgnoreCase(this.salon.baseUrl().getScheme());
		http.oauth2Login(
				(login) -> login.loginPage("/operator/login")
					.clientRegistrationRepository(provider)
					.authorizationEndpoint((start) -> start
						.authorizationRequestRepository(new LoginRequests(provider, this.clock, secure))
						.authorizationRequestResolver(new Reachable(resolver(provider))))
					.redirectionEndpoint((back) -> back.baseUri(BACK))
					.userInfoEndpoint((user) -> user.oidcUserService(new OidcAccounts(this.accounts, this.audit)))
					.authorizedClientRepository(new NoTokensKept())
					.successHandler((request, response, who) -> {
						this.audit.entered(who);
						success.onAuthenticationSuccess(request, response, who);
					})
					.failureHandler(OidcLogin::failed));
	}

	private static OAuth2AuthorizationRequestResolver resolver(OidcProvider provider) {
		DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(provider,
				"/operator/login/with");
		resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		return resolver;
	}

	private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws java.io.IOException {
		boolean stranger = ex instanceof OAuth2AuthenticationException oauth
				&& oauth.getError().getErrorCode().equals(OidcAccounts.NO_ACCOUNT);
		if (!stranger) {
			logger.warn("the login by the provider failed: {}", ex.getClass().getSimpleName());
		}
		response.sendRedirect(FAILED + (stranger ? "stranger" : "failed"));
	}

}
