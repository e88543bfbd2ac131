package org.salon.access.session;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

import org.salon.access.account.AccountPrincipal;
import org.salon.access.account.Generations;

/**
 * Remembers who logged in at the console, for all services that have the same operator's
 * password and can be reached under the same host: in a cookie that scripts cannot read,
 * that no form of another site brings along, and that lasts for twelve hours. Nothing is
 * kept in a service, so any instance of any of them knows who it is, also after a
 * restart. A session of an account is over before that when the account has another
 * generation.
 */
public final class OperatorSessions implements SecurityContextRepository {

	/** The name of the cookie. */
	public static final String COOKIE = "salon-operator";

	private final SessionTokens tokens;

	private final boolean secure;

	private final Generations generations;

	/**
	 * The sessions of a service.
	 * @param password the operator's
	 * @param console the public address of the console; if it is of HTTPS, browsers send
	 * the cookie by that alone
	 * @param generations says which sessions of accounts are over before their time
	 */
	public OperatorSessions(String password, URI console, Clock clock, Generations generations) {
		this.generations = generations;
		this.tokens = new SessionTokens(password, console.toString(), clock);
		this.secure = "https".equalsIgnoreCase(console.getScheme());
	}

	/** Whether the request comes with a session, valid or not. */
	public static boolean isIn(HttpServletRequest request) {
		return cookie(request).isPresent();
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Remembered(() -> context(request));
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return context(holder.getRequest());
	}

	/** Begins a session at a login, and ends it when nobody is logged in any more. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		Authentication who = context.getAuthentication();
		boolean entered = who != null && who.isAuthenticated();
		ResponseCookie cookie = ResponseCookie.from(COOKIE, (who != null && entered) ? this.tokens.issue(who) : "")
			.path("/")
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Lax")
			.maxAge(entered ? SessionTokens.LIFE.toSeconds() : 0)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return isIn(request);
	}

	private SecurityContext context(HttpServletRequest request) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		cookie(request).flatMap((cookie) -> this.tokens.read(cookie.getValue()))
			.filter(this::holds)
			.ifPresent(context::setAuthentication);
		return context;
	}

	private boolean holds(Authentication who) {
		return !(who.getPrincipal() instanceof AccountPrincipal account)
				|| this.generations.hold(account.accountId(), account.generation());
	}

	private static Optional<Cookie> cookie(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies != null)
				? Arrays.stream(cookies).filter((cookie) -> cookie.getName().equals(COOKIE)).findFirst()
				: Optional.empty();
	}

	/** Read when it is asked for, and once. */
	private static final class Remembered implements DeferredSecurityContext {

		private final Supplier<SecurityContext> reader;

		private @Nullable SecurityContext context;

		Remembered(Supplier<SecurityContext> reader) {
			this.reader = reader;
		}

		@Override
		public SecurityContext get() {
			SecurityContext known = this.context;
			if (known == null) {
				known = this.reader.get();
				this.context = known;
			}
			return known;
		}

		@Override
		public boolean isGenerated() {
			return get().getAuthentication() == null;
		}

	}

}
