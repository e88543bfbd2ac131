package org.salon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets the user {@code operator} in, in the role {@code OPERATOR}, by form or by HTTP
 * Basic. After ten wrong passwords within a minute from one address none is looked at
 * from there until the minute is over, not even the right one; other addresses do not
 * notice.
 */
public final class OperatorLogin implements AuthenticationProvider {

	private static final String NAME = "operator";

	private static final int FAILURES = 10;

	private final PasswordEncoder encoder = new BCryptPasswordEncoder();

	private final String password;

	private final byte[] salt = new byte[32];

	/**
	 * Digest of the password once it was given. A program gives it with each request, and
	 * bcrypt takes some 60 ms of a processor by intention.
	 */
	private volatile byte @Nullable [] known;

	private final ClientAddresses clients;

	private final Limit<String> failures;

	/**
	 * The login of a service.
	 * @param password that is right
	 */
	public OperatorLogin(String password, ClientAddresses clients, Clock clock) {
		new SecureRandom().nextBytes(this.salt);
		this.password = String.valueOf(this.encoder.encode(password));
		this.clients = clients;
		this.failures = new Limit<>(FAILURES, Duration.ofMinutes(1), clock);
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String given = String.valueOf(attempt.getCredentials());
		Bucket left = this.failures.bucket(client());
		byte[] digest = digest(given);
		if (attempt.getName().equals(NAME) && MessageDigest.isEqual(digest, this.known)) {
			EstimationProbe probe = left.estimateAbilityToConsume(1);
			refuseUnless(probe.canBeConsumed(), probe.getNanosToWaitForRefill());
			return entered(attempt);
		}
		// Taken before the password is looked at and given back if it is right, so that
		// many at once are not more than many.
		ConsumptionProbe probe = left.tryConsumeAndReturnRemaining(1);
		refuseUnless(probe.isConsumed(), probe.getNanosToWaitForRefill());
		if (!this.encoder.matches(given, this.password) || !attempt.getName().equals(NAME)) {
			throw new BadCredentialsException("wrong user or password");
		}
		left.addTokens(1);
		this.known = digest;
		return entered(attempt);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private static void refuseUnless(boolean allowed, long nanosToWait) {
		if (!allowed) {
			throw new TooManyLogins(Duration.ofNanos(nanosToWait));
		}
	}

	private static Authentication entered(Authentication attempt) {
		UserDetails operator = User.withUsername(NAME).password("").roles("OPERATOR").build();
		UsernamePasswordAuthenticationToken entered = UsernamePasswordAuthenticationToken.authenticated(operator, null,
				operator.getAuthorities());
		entered.setDetails(attempt.getDetails());
		return entered;
	}

	private String client() {
		return this.clients
			.of(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest());
	}

	private byte[] digest(String given) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.salt);
			return digest.digest(given.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
