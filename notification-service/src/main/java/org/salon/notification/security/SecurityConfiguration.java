package org.salon.notification.security;

import java.time.Clock;

import jakarta.servlet.DispatcherType;
import org.salon.access.ClientAddresses;
import org.salon.access.CrossSiteFilter;
import org.salon.access.OperatorLogin;
import org.salon.access.PasswordPrompt;
import org.salon.access.Role;
import org.salon.access.account.AccountMirror;
import org.salon.access.account.Accounts;
import org.salon.access.audit.AuditFilter;
import org.salon.access.audit.AuditTrail;
import org.salon.access.session.LoginElsewhere;
import org.salon.access.session.OperatorSessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Health is public, in one word. All else is the organisers', logged in at the console or
 * by HTTP Basic; whoever may see everything may look.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http, OperatorSessions sessions, PublicAddresses addresses,
			AuditTrail audit, RefusedRole refused) throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/actuator/health", "/actuator/health/**")
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.hasAnyRole(Role.ORGANISER.security(), Role.READER.security())
				.requestMatchers(HttpMethod.HEAD)
				.hasAnyRole(Role.ORGANISER.security(), Role.READER.security())
				.anyRequest()
				.hasRole(Role.ORGANISER.security()))
			.httpBasic((basic) -> basic.authenticationEntryPoint(new PasswordPrompt()))
			.exceptionHandling((failures) -> failures.accessDeniedHandler(refused)
				.authenticationEntryPoint(new LoginElsewhere(addresses.baseUrl(), addresses.notificationBaseUrl())))
			.securityContext((context) -> context.securityContextRepository(sessions))
			// Forms of other sites do not bring the cookie; what browsers send of Basic
			// credentials by themselves is turned away by CrossSiteFilter.
			.csrf((csrf) -> csrf.disable())
			.addFilterAfter(new AuditFilter(audit, (request) -> false), SecurityContextHolderFilter.class)
			.addFilterBefore(new CrossSiteFilter(), BasicAuthenticationFilter.class)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers((headers) -> headers
				.contentSecurityPolicy(
						(policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	@Bean
	AccountMirror accountMirror(JdbcTemplate jdbc) {
		return new AccountMirror(jdbc);
	}

	@Bean
	OperatorSessions operatorSessions(OperatorProperties properties, PublicAddresses addresses, Clock clock,
			AccountMirror accounts) {
		return new OperatorSessions(properties.password(), addresses.baseUrl(), clock, accounts);
	}

	@Bean
	OperatorLogin operatorLogin(OperatorProperties properties, ClientAddresses clients, Clock clock, AuditTrail audit) {
		return new OperatorLogin(properties.password(), clients, clock, Accounts.NONE, audit);
	}

}
