package org.salon.archive.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

import org.salon.access.page.StaticPartsCaching;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	private static final String[] PUBLIC = { "/archive", "/archive.md", "/archive.json", "/archive.csv", "/archive.bib",
			"/archive.csl.json", "/api/archive", "/feed.atom", "/sitemap.xml", "/robots.txt" };

	private final Languages languages;

	WebConfiguration(Languages languages) {
		this.languages = languages;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		WebContentInterceptor caching = new WebContentInterceptor();
		// To be asked for again each time, and answered with 304 by the ETag.
		caching.setCacheControl(CacheControl.noCache());
		registry.addInterceptor(caching)
			.addPathPatterns(PUBLIC)
			.addPathPatterns("/archive/{number:[0-9]+}", "/api/archive/{number:[0-9]+}", "/archive/tags/**",
					"/archive/speakers/**", "/archive/series/**", "/archive/years/**",
					"/archive/{file:[a-z0-9]+(?:\\.[a-z]+)+}");
		registry.addInterceptor(new StaticPartsCaching());
		registry.addInterceptor(this.languages)
			.excludePathPatterns("/design/**", "/archive/assets/**", "/archive/webjars/**");
	}

	/**
	 * An ETag over the body for what has none of its own: equal archives answer alike on
	 * every instance.
	 */
	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> tagsOfPages() {
		FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(
				new ShallowEtagHeaderFilter());
		filter.addUrlPatterns("/archive", "/archive/*", "/archive.bib", "/archive.csl.json", "/sitemap.xml",
				"/robots.txt");
		return filter;
	}

}
