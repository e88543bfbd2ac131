package org.salon.registration.web;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.salon.access.page.Languages;
import org.salon.access.page.StaticPartsCaching;
import org.salon.registration.SalonProperties;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

	@Bean
	Languages languages(SalonProperties properties) {
		return new Languages("messages", properties.defaultLocale());
	}

	@Bean
	LocaleResolver localeResolver(Languages languages) {
		return languages.resolver();
	}

	@Bean
	WebMvcConfigurer pages(Languages languages, LocaleResolver locales) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(languages.choice(locales));
				registry.addInterceptor(new StaticPartsCaching());
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new JsonFieldsResolver());
			}

		};
	}

}
