package org.salon.archive.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** How a list looks. */
enum Look {

	/** A table where there is room for it, cards on a phone. */
	EITHER,

	CARDS, TABLE;

	static final String PARAMETER = "view";

	private static final String COOKIE = "archive-view";

	/** As {@code ?view=} says, which is remembered; else as remembered. */
	static Look of(HttpServletRequest request, HttpServletResponse response) {
		Optional<Look> chosen = named(request.getParameter(PARAMETER));
		chosen.ifPresent((look) -> look.remember(request, response));
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return chosen.or(() -> named((cookie != null) ? cookie.getValue() : null)).orElse(EITHER);
	}

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	private static Optional<Look> named(@Nullable String name) {
		return Stream.of(CARDS, TABLE).filter((look) -> look.code().equals(name)).findFirst();
	}

	private void remember(HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, code())
			.path("/archive")
			.maxAge(Duration.ofDays(365))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
