package org.salon.notification.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.salon.access.page.Languages;
import org.salon.access.page.StaticPartsCaching;
import org.salon.notification.mail.LinkProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Languages of the pages, and what a browser may load for them. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

	@Bean
	Languages languages(LinkProperties properties) {
		return new Languages("pages/words", properties.defaultLocale());
	}

	@Bean
	LocaleResolver localeResolver(Languages languages) {
		return languages.resolver();
	}

	@Bean
	WebMvcConfigurer deskPages(Languages languages, LocaleResolver locales) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(languages.choice(locales)).addPathPatterns("/operator/mail/**");
				registry.addInterceptor(new PageHeaders()).addPathPatterns("/operator/mail/**", "/error");
				registry.addInterceptor(new StaticPartsCaching());
			}

		};
	}

	/**
	 * Pages have a policy of their own beside that of the API; they show people's
	 * addresses, so that no browser is to keep them.
	 */
	private static final class PageHeaders implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			response.setHeader("Content-Security-Policy", ContentPolicy.PAGE);
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
			return true;
		}

	}

}
