package org.salon.registration.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * What a login at the provider began with, kept by the browser while it is there: any
 * instance can go on with it, as none has a session. The cookie is signed, lasts for ten
 * minutes, and is taken away when it was used. Its contents are no secrets of ours: they
 * tie the provider's answer to this one browser.
 */
final class LoginRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final String COOKIE = "salon-oidc";

	private static final Duration LIFE = Duration.ofMinutes(10);

	private static final String PATH = "/operator/login";

	/** Which page was wanted; a cookie has no room for more. */
	private static final String THEN = "then";

	private static final int LONGEST = 1_000;

	private static final String[] KEPT = { OidcParameterNames.NONCE, PkceParameterNames.CODE_VERIFIER };

	private final NimbusJwtEncoder encoder;

	private final NimbusJwtDecoder decoder;

	private final OidcProvider provider;

	private final Clock clock;

	private final boolean secure;

	LoginRequests(OidcProvider provider, Clock clock, boolean secure) {
		this.provider = provider;
		this.clock = clock;
		this.secure = secure;
		this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(provider.cookieKey()));
		this.decoder = NimbusJwtDecoder.withSecretKey(provider.cookieKey()).macAlgorithm(MacAlgorithm.HS256).build();
		JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
		times.setClock(clock);
		this.decoder.setJwtValidator(times);
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request,
			HttpServletResponse response) {
		if (begun == null) {
			response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
			return;
		}
		Instant now = this.clock.instant();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.expiresAt(now.plus(LIFE))
			.claim(OAuth2ParameterNames.STATE, Objects.requireNonNull(begun.getState()));
		String then = request.getParameter(THEN);
		if (then != null && then.length() <= LONGEST) {
			claims.claim(THEN, then);
		}
		for (String name : KEPT) {
			claims.claim(name, Objects.requireNonNull(begun.<String>getAttribute(name), name));
		}
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
		response.addHeader(HttpHeaders.SET_COOKIE,
				cookie(this.encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue(), LIFE));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		String state = request.getParameter(OAuth2ParameterNames.STATE);
		Jwt kept = kept(request);
		if (kept == null || state == null || !state.equals(kept.getClaimAsString(OAuth2ParameterNames.STATE))) {
			return null;
		}
		Map<String, Object> attributes = new HashMap<>();
		for (String name : KEPT) {
			attributes.put(name, Objects.requireNonNull(kept.getClaimAsString(name)));
		}
		ClientRegistration client = this.provider.registration();
		attributes.put(OAuth2ParameterNames.REGISTRATION_ID, client.getRegistrationId());
		return OAuth2AuthorizationRequest.authorizationCode()
			.clientId(client.getClientId())
			.authorizationUri(Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
			.redirectUri(client.getRedirectUri())
			.scopes(client.getScopes())
			.state(state)
			.attributes(attributes)
			.build();
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
		Jwt kept = kept(request);
		if (begun != null && kept != null) {
			request.setAttribute(THEN, kept.getClaimAsString(THEN));
			response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
		}
		return begun;
	}

	private @Nullable Jwt kept(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies == null) {
			return null;
		}
		try {
			return Arrays.stream(cookies)
				.filter((cookie) -> cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty())
				.findFirst()
				.map((cookie) -> this.decoder.decode(cookie.getValue()))
				.orElse(null);
		}
		catch (JwtException ex) {
			return null;
		}
	}

	private String cookie(String value, Duration life) {
		return ResponseCookie.from(COOKIE, value)
			.path(PATH)
			.httpOnly(true)
			.secure(this.secure)
			// The provider leads back from another site, by a link.
			.sameSite("Lax")
			.maxAge(life)
			.build()
			.toString();
	}

}
