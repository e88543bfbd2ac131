package org.salon.archive.web;

import java.time.Clock;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import org.salon.access.ClientAddresses;
import org.salon.access.CrossSiteFilter;
import org.salon.access.OperatorLogin;
import org.salon.access.PasswordPrompt;
import org.salon.access.Role;
import org.salon.access.WrongRole;
import org.salon.access.account.AccountMirror;
import org.salon.access.account.Accounts;
import org.salon.access.audit.AuditFilter;
import org.salon.access.audit.AuditTrail;
import org.salon.access.session.LoginElsewhere;
import org.salon.access.session.OperatorSessions;

/**
 * The archive is for all to read; everything else is the organisers', what is added later
 * included, and for those to see who may see everything.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PUBLIC = { "/", "/archive", "/archive/**", "/design/**", "/archive.md",
			"/archive.json", "/archive.csv", "/archive.bib", "/archive.csl.json", "/api/archive",
			"/api/archive/{number:[0-9]+}", "/feed.atom", "/sitemap.xml", "/favicon.ico", "/robots.txt" };

	private static final String[] OPERATORS = { "/api/archive/rebuild", "/api/archive/site.zip",
			"/archive/webjars/swagger-ui/**" };

	private static final String[] SEE = { Role.ORGANISER.security(), Role.READER.security() };

	@Bean
	SecurityFilterChain security(HttpSecurity http, OperatorSessions sessions, SalonProperties properties,
			AuditTrail audit) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
				.permitAll()
				.requestMatchers(HttpMethod.GET, OPERATORS)
				.hasAnyRole(SEE)
				.requestMatchers(OPERATORS)
				.hasRole(Role.ORGANISER.security())
				.requestMatchers(HttpMethod.GET, PUBLIC)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD, PUBLIC)
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.hasAnyRole(SEE)
				.requestMatchers(HttpMethod.HEAD)
				.hasAnyRole(SEE)
				.anyRequest()
				.hasRole(Role.ORGANISER.security()))
			.httpBasic((basic) -> basic.authenticationEntryPoint(new PasswordPrompt()))
			.exceptionHandling((failures) -> failures.accessDeniedHandler(new WrongRole())
				.authenticationEntryPoint(new LoginElsewhere(properties.baseUrl(), properties.archiveBaseUrl())))
			.securityContext((context) -> context.securityContextRepository(sessions))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// Forms of other sites do not bring the cookie; what browsers send of Basic
			// credentials by themselves is turned away by CrossSiteFilter.
			.csrf(AbstractHttpConfigurer::disable)
			.addFilterAfter(new AuditFilter(audit, (request) -> false), SecurityContextHolderFilter.class)
			.addFilterBefore(new CrossSiteFilter(), BasicAuthenticationFilter.class)
			.headers(SecurityConfiguration::headers)
			.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(ContentPolicy.PAGES))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
	}

	@Bean
	AccountMirror accountMirror(JdbcTemplate jdbc) {
		return new AccountMirror(jdbc);
	}

	@Bean
	OperatorSessions operatorSessions(SalonProperties properties, Clock clock, AccountMirror accounts) {
		return new OperatorSessions(properties.operator().password(), properties.baseUrl(), clock, accounts);
	}

	@Bean
	OperatorLogin operatorLogin(SalonProperties properties, ClientAddresses clients, Clock clock, AuditTrail audit) {
		return new OperatorLogin(properties.operator().password(), clients, clock, Accounts.NONE, audit);
	}

}
