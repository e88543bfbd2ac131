package org.salon.registration.web;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

import org.salon.access.page.StaticPartsCaching;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

	@Bean
	LocaleResolver localeResolver(Languages languages) {
		CookieLocaleResolver resolver = new CookieLocaleResolver("salon-language");
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setRejectInvalidCookies(false);
		resolver
			.setDefaultLocaleFunction((request) -> languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
		return resolver;
	}

	@Bean
	WebMvcConfigurer pages(Languages languages, LocaleResolver locales) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new LanguageChoice(languages, locales));
				registry.addInterceptor(new StaticPartsCaching());
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new JsonFieldsResolver());
			}

		};
	}

	/** Follows {@code ?lang=} where it names a language that there is. */
	private record LanguageChoice(Languages languages, LocaleResolver locales) implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			this.languages.named(request.getParameter("lang"))
				.ifPresent((language) -> this.locales.setLocale(request, response, language));
			return true;
		}

	}

}
