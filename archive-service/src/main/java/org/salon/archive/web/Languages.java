package org.salon.archive.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

import org.salon.access.page.MessageFiles;

/**
 * The reader's language, of those that there are: by {@code ?lang=}, which is remembered;
 * else as remembered; else as the browser asks; else the club's.
 */
@Component("localeResolver")
class Languages implements LocaleResolver, HandlerInterceptor {

	private static final String NAME = "lang";

	/** In the order in which they are offered. */
	static final List<Locale> OFFERED = MessageFiles.languages("messages");

	private final Locale fallback;

	Languages(SalonProperties properties) {
		this.fallback = offered(properties.defaultLocale().toLanguageTag()).orElse(OFFERED.getFirst());
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return offered(request.getParameter(NAME)).or(() -> remembered(request))
			.or(() -> offered(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
			.orElse(this.fallback);
	}

	private static Optional<Locale> remembered(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		return (cookie != null) ? offered(cookie.getValue()) : Optional.empty();
	}

	private static Optional<Locale> offered(@Nullable String ranges) {
		if (ranges == null || ranges.isBlank()) {
			return Optional.empty();
		}
		try {
			return Locale.LanguageRange.parse(ranges).stream().flatMap((range) -> offered(range).stream()).findFirst();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Locale> offered(Locale.LanguageRange range) {
		// By the language alone: a reader of zh-TW is better served by zh-CN than by
		// English.
		String language = Locale.forLanguageTag(range.getRange()).getLanguage();
		return OFFERED.stream()
			.filter((locale) -> range.getWeight() > 0 && locale.getLanguage().equals(language))
			.findFirst();
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("the language is chosen by ?lang=");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		offered(request.getParameter(NAME)).ifPresent((locale) -> remember(locale, request, response));
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
		response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
		return true;
	}

	private static void remember(Locale locale, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(NAME, locale.toLanguageTag())
			.path("/")
			.maxAge(Duration.ofDays(365))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
