package org.salon.archive.web;

import java.time.Clock;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import org.salon.access.ClientAddresses;
import org.salon.access.CrossSiteFilter;
import org.salon.access.OperatorLogin;
import org.salon.access.PasswordPrompt;

/**
 * The archive is for all to read; everything else is the operator's, what is added later
 * included.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	// Pico draws its arrows with data: pictures.
	private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final String[] PUBLIC = { "/", "/archive", "/archive/**", "/design/**", "/archive.md",
			"/archive.json", "/archive.csv", "/api/archive", "/feed.atom", "/sitemap.xml", "/favicon.ico",
			"/robots.txt" };

	@Bean
	SecurityFilterChain security(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
				.permitAll()
				.requestMatchers("/api/archive/rebuild", "/archive/webjars/swagger-ui/**")
				.hasRole("OPERATOR")
				.requestMatchers(HttpMethod.GET, PUBLIC)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD, PUBLIC)
				.permitAll()
				.anyRequest()
				.hasRole("OPERATOR"))
			.httpBasic((basic) -> basic.authenticationEntryPoint(new PasswordPrompt()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// There is no session to ride on; what browsers send of Basic credentials by
			// themselves is turned away by CrossSiteFilter.
			.csrf(AbstractHttpConfigurer::disable)
			.addFilterBefore(new CrossSiteFilter(), BasicAuthenticationFilter.class)
			.headers(SecurityConfiguration::headers)
			.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
	}

	@Bean
	OperatorLogin operatorLogin(SalonProperties properties, ClientAddresses clients, Clock clock) {
		return new OperatorLogin(properties.operator().password(), clients, clock);
	}

}
