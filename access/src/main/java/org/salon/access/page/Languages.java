package org.salon.access.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The languages that there are, and which of them a reader gets. */
public final class Languages {

	private final List<Locale> all;

	private final Locale fallback;

	/**
	 * Those that there are messages in.
	 * @param name of the files on the class path, without language and ending
	 * @param fallback for readers who ask for none that there is
	 */
	public Languages(String name, Locale fallback) {
		this.all = MessageFiles.languages(name);
		this.fallback = nearest(fallback).orElse(this.all.getFirst());
	}

	/** In the order in which they are offered. */
	public List<Choice> all() {
		return this.all.stream().map(Choice::new).toList();
	}

	/** For readers who ask for none that there is. */
	public Locale fallback() {
		return this.fallback;
	}

	/** The language of that tag, or of its kin, such as zh-CN for zh-TW. */
	public Optional<Locale> named(@Nullable String tag) {
		return (tag == null) ? Optional.empty() : nearest(Locale.forLanguageTag(tag));
	}

	/**
	 * Gives a page the language that its reader chose, which is remembered for all pages
	 * of one host, or else the best that the browser asks for.
	 */
	public LocaleResolver resolver() {
		CookieLocaleResolver resolver = new CookieLocaleResolver("salon-language");
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setRejectInvalidCookies(false);
		resolver.setDefaultLocaleFunction((request) -> accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
		return resolver;
	}

	/** Follows {@code ?lang=} where it names a language that there is. */
	public HandlerInterceptor choice(LocaleResolver locales) {
		return new LanguageChoice(this, locales);
	}

	/** The best for an {@code Accept-Language} header. */
	private Locale accepted(@Nullable String header) {
		if (header == null || header.isBlank()) {
			return this.fallback;
		}
		try {
			return Locale.LanguageRange.parse(header)
				.stream()
				.map((range) -> named(range.getRange()))
				.flatMap(Optional::stream)
				.findFirst()
				.orElse(this.fallback);
		}
		catch (IllegalArgumentException ex) {
			return this.fallback;
		}
	}

	private Optional<Locale> nearest(Locale wanted) {
		return this.all.stream().filter((language) -> language.getLanguage().equals(wanted.getLanguage())).findFirst();
	}

	/** A language as it is offered, by the name that its readers know it by. */
	public record Choice(String tag, String language, String name) {

		Choice(Locale locale) {
			this(locale.toLanguageTag(), locale.getLanguage(), locale.getDisplayLanguage(locale));
		}

	}

	private record LanguageChoice(Languages languages, LocaleResolver locales) implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			this.languages.named(request.getParameter("lang"))
				.ifPresent((language) -> this.locales.setLocale(request, response, language));
			return true;
		}

	}

}
