package org.salon.access.page;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * A static part whose name carries the hash of its content never changes and is kept for
 * a year; one that is asked for by its plain name is asked for again after an hour.
 */
public final class StaticPartsCaching implements HandlerInterceptor {

	private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9]+");

	private static final String FOR_EVER = "max-age=31536000, public, immutable";

	private static final String FOR_AN_HOUR = "max-age=3600";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof ResourceHttpRequestHandler) {
			boolean hashed = HASHED.matcher(request.getRequestURI()).matches();
			response.setHeader(HttpHeaders.CACHE_CONTROL, hashed ? FOR_EVER : FOR_AN_HOUR);
		}
		return true;
	}

}
