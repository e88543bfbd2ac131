package org.salon.access.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import org.salon.access.account.AccountPrincipal;
import org.salon.access.account.AccountUser;

/**
 * Who has logged in, as a JSON Web Token (RFC 7519) signed with HMAC-SHA-256. The key is
 * made of the operator's password, which all services know and nobody else: each of them
 * can read what another one wrote, and with another password all sessions are over. What
 * another club issued is not valid here, should it have the same password.
 */
final class SessionTokens {

	/** How long a login lasts. */
	static final Duration LIFE = Duration.ofHours(12);

	private static final Logger logger = LoggerFactory.getLogger(SessionTokens.class);

	private static final String ROLES = "roles";

	private static final String ACCOUNT = "account";

	private static final String GENERATION = "generation";

	private static final byte[] SALT = "salon operator session v1".getBytes(StandardCharsets.US_ASCII);

	/** As OWASP recommends: who has a token must not find the password by trying. */
	private static final int ITERATIONS = 600_000;

	private final JwtEncoder encoder;

	private final NimbusJwtDecoder decoder;

	private final String issuer;

	private final Clock clock;

	SessionTokens(String password, String issuer, Clock clock) {
		SecretKey key = key(password);
		this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
		this.decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
		this.issuer = issuer;
		this.clock = clock;
		JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
		times.setClock(clock);
		this.decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(issuer)));
	}

	private static SecretKey key(String password) {
		PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, 256);
		try {
			return new SecretKeySpec(
					SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(),
					"HmacSHA256");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has PBKDF2", ex);
		}
		finally {
			spec.clearPassword();
		}
	}

	/** A token for who has just logged in. */
	String issue(Authentication who) {
		Instant now = this.clock.instant();
		// Spring Security notes there by what means somebody logged in, too.
		List<String> roles = who.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.filter((authority) -> authority != null && authority.startsWith("ROLE_"))
			.toList();
		JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
			.issuer(this.issuer)
			.subject(who.getName())
			.issuedAt(now)
			.expiresAt(now.plus(LIFE))
			.claim(ROLES, roles);
		if (who.getPrincipal() instanceof AccountPrincipal account) {
			claims.claim(ACCOUNT, account.accountId().toString()).claim(GENERATION, account.generation());
		}
		JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
	}

	/** Who the token was issued for; nobody if it is forged, altered or too old. */
	Optional<Authentication> read(@Nullable String token) {
		if (token == null || token.isEmpty()) {
			return Optional.empty();
		}
		try {
			Jwt jwt = this.decoder.decode(token);
			List<String> roles = jwt.getClaimAsStringList(ROLES);
			List<GrantedAuthority> authorities = AuthorityUtils
				.createAuthorityList((roles != null) ? roles : List.of());
			User user = user(jwt, authorities);
			return Optional.of(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
		}
		catch (JwtException ex) {
			logger.debug("A session's token is not valid: {}", ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private static User user(Jwt jwt, List<GrantedAuthority> authorities) {
		String name = Objects.requireNonNull(jwt.getSubject());
		String account = jwt.getClaimAsString(ACCOUNT);
		if (account == null) {
			return new User(name, "", authorities);
		}
		Number generation = Objects.requireNonNull(jwt.<Number>getClaim(GENERATION));
		return new AccountUser(name, authorities, UUID.fromString(account), generation.intValue());
	}

}
