package org.salon.access;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords came from there: none is looked at until some time later. */
public final class TooManyLogins extends AuthenticationException {

	/** Under this name a page that is forwarded to finds it in the request. */
	public static final String ATTRIBUTE = "org.salon.access.TooManyLogins";

	private final Duration wait;

	TooManyLogins(Duration wait) {
		super("too many wrong passwords");
		this.wait = wait;
	}

	/** For how long, in whole seconds and never none. */
	public long seconds() {
		return this.wait.plusSeconds(1).toSeconds();
	}

	/** Writes all of the answer but its body. */
	public void tell(HttpServletResponse response) {
		response.setStatus(429);
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds()));
	}

}
