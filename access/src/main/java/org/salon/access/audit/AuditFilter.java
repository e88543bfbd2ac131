package org.salon.access.audit;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes down what people who are logged in change, and what is refused to them. It
 * stands before all that may refuse. {@link AuditInterceptor} begins the entry of a
 * change before its handler runs; here it gets its outcome.
 *
 * <p>
 * Never what was sent, and no query: both have what is typed about people. Where the
 * address itself names a person its pattern stands in its place.
 */
public final class AuditFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);

	private static final Set<String> SAFE = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(),
			HttpMethod.OPTIONS.name(), HttpMethod.TRACE.name());

	private static final String WATCHED = AuditFilter.class.getName() + ".watched";

	private static final String BEGUN = AuditFilter.class.getName() + ".begun";

	private final AuditTrail trail;

	private final RequestMatcher publicCalls;

	/**
	 * Of one chain of filters.
	 * @param publicCalls below the operators' addresses that are for everybody: who is
	 * logged in makes them as anybody does
	 */
	public AuditFilter(AuditTrail trail, RequestMatcher publicCalls) {
		this.trail = trail;
		this.publicCalls = publicCalls;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isOperators(request.getRequestURI()) || this.publicCalls.matches(request)) {
			chain.doFilter(request, response);
			return;
		}
		boolean changes = changes(request);
		request.setAttribute(WATCHED, changes);
		// At the end nobody is logged in any more who has just logged out.
		Optional<Actor> before = changes ? Actor.present() : Optional.empty();
		int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
		try {
			chain.doFilter(request, response);
			status = response.getStatus();
		}
		finally {
			settle(request, before, status);
		}
	}

	private void settle(HttpServletRequest request, Optional<Actor> before, int status) {
		try {
			if (request.getAttribute(BEGUN) instanceof UUID begun) {
				this.trail.complete(begun, status);
			}
			else if (Boolean.TRUE.equals(request.getAttribute(WATCHED)) || status == HttpStatus.FORBIDDEN.value()) {
				String action = request.getMethod() + " " + request.getRequestURI();
				Actor.present()
					.or(() -> before)
					.ifPresent((actor) -> this.trail.add(actor, masked(action, action),
							masked(request.getRequestURI(), ""), status));
			}
		}
		catch (DataAccessException ex) {
			// What it tells of is done. That it was begun is written.
			log.warn("the outcome of {} was not written down: {}", request.getMethod(), ex.getClass().getSimpleName());
		}
	}

	/** Lets a form that changes nothing pass, unless it is refused. */
	static void leaveOut(HttpServletRequest request) {
		request.setAttribute(WATCHED, false);
	}

	/** Begins the entry of a change, if it is one. */
	static void begin(AuditTrail trail, HttpServletRequest request, String pattern) {
		if (Boolean.TRUE.equals(request.getAttribute(WATCHED))) {
			Actor.present()
				.ifPresent((actor) -> request.setAttribute(BEGUN, trail.add(actor, request.getMethod() + " " + pattern,
						masked(request.getRequestURI(), pattern), null)));
		}
	}

	private static boolean changes(HttpServletRequest request) {
		return !SAFE.contains(request.getMethod());
	}

	private static boolean isOperators(String path) {
		return path.equals("/operator") || path.startsWith("/operator/") || path.startsWith("/api/")
				|| path.startsWith("/actuator") || path.startsWith("/v3/api-docs");
	}

	private static String masked(String address, String instead) {
		boolean names = address.contains("@") || address.contains("%40");
		return names ? instead.replaceAll("\\S*(?:@|%40)\\S*", "…") : address;
	}

}
