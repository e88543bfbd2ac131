package org.salon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.salon.access.account.Account;
import org.salon.access.account.Accounts;

/**
 * Lets people in by form or by HTTP Basic: the built-in user {@code operator}, who may do
 * everything, and those who have an account, in its role. After ten wrong passwords
 * within a minute from one address none is looked at from there until the minute is over,
 * not even the right one; other addresses do not notice.
 */
public final class OperatorLogin implements AuthenticationProvider {

	/** The name of the built-in user, which no account may have. */
	public static final String NAME = "operator";

	private static final int FAILURES = 10;

	private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	private final String password;

	private final byte[] salt = new byte[32];

	/**
	 * Digest of the password once it was given. A program gives it with each request, and
	 * bcrypt takes some 60 ms of a processor by intention.
	 */
	private volatile byte @Nullable [] known;

	private final ClientAddresses clients;

	private final Limit<String> failures;

	private final Accounts accounts;

	private final LoginWatch watch;

	/**
	 * The login of a service.
	 * @param password that is right for the built-in user
	 */
	public OperatorLogin(String password, ClientAddresses clients, Clock clock, Accounts accounts, LoginWatch watch) {
		new SecureRandom().nextBytes(this.salt);
		this.password = String.valueOf(this.encoder.encode(password));
		this.clients = clients;
		this.failures = new Limit<>(FAILURES, Duration.ofMinutes(1), clock);
		this.accounts = accounts;
		this.watch = watch;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String given = String.valueOf(attempt.getCredentials());
		boolean builtIn = attempt.getName().equals(NAME);
		Bucket left = this.failures.bucket(client());
		byte[] digest = digest(given);
		if (builtIn && MessageDigest.isEqual(digest, this.known)) {
			EstimationProbe probe = left.estimateAbilityToConsume(1);
			refuseUnless(probe.canBeConsumed(), probe.getNanosToWaitForRefill());
			return entered(attempt, operator());
		}
		// Taken before the password is looked at and given back if it is right, so that
		// many at once are not more than many.
		ConsumptionProbe probe = left.tryConsumeAndReturnRemaining(1);
		refuseUnless(probe.isConsumed(), probe.getNanosToWaitForRefill());
		UserDetails user = builtIn ? operator(given) : account(attempt.getName(), given);
		left.addTokens(1);
		if (builtIn) {
			this.known = digest;
		}
		return entered(attempt, user);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private UserDetails operator(String given) {
		if (!this.encoder.matches(given, this.password)) {
			throw refused(NAME);
		}
		return operator();
	}

	private UserDetails account(String name, String given) {
		Optional<Account> account = this.accounts.named(name);
		String kept = account.filter((found) -> !found.disabled()).map(Account::password).orElse(null);
		// Where there is nothing to compare with it takes as long all the same: nobody
		// learns from it which names there are.
		boolean right = this.encoder.matches(given, (kept != null) ? kept : this.password);
		if (!right || kept == null) {
			throw refused(account.map(Account::name).orElse(""));
		}
		return account.orElseThrow().user();
	}

	private BadCredentialsException refused(String name) {
		this.watch.failed(name);
		return new BadCredentialsException("wrong user or password");
	}

	private static void refuseUnless(boolean allowed, long nanosToWait) {
		if (!allowed) {
			throw new TooManyLogins(Duration.ofNanos(nanosToWait));
		}
	}

	private static UserDetails operator() {
		return new User(NAME, "", AuthorityUtils.createAuthorityList(Role.ORGANISER.authority()));
	}

	private static Authentication entered(Authentication attempt, UserDetails user) {
		UsernamePasswordAuthenticationToken entered = UsernamePasswordAuthenticationToken.authenticated(user, null,
				user.getAuthorities());
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
