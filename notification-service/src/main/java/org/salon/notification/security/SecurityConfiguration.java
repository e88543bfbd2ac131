package org.salon.notification.security;

import java.time.Clock;

import jakarta.servlet.DispatcherType;
import org.salon.access.ClientAddresses;
import org.salon.access.CrossSiteFilter;
import org.salon.access.OperatorLogin;
import org.salon.access.PasswordPrompt;
import org.salon.access.session.LoginElsewhere;
import org.salon.access.session.OperatorSessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Health is public, in one word; all else is the operator's, logged in at the console or
 * by HTTP Basic.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http, OperatorSessions sessions, PublicAddresses addresses)
			throws Exception {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/actuator/health", "/actuator/health/**")
				.permitAll()
				.anyRequest()
				.hasRole("OPERATOR"))
			.httpBasic((basic) -> basic.authenticationEntryPoint(new PasswordPrompt()))
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint(new LoginElsewhere(addresses.baseUrl(), addresses.notificationBaseUrl())))
			.securityContext((context) -> context.securityContextRepository(sessions))
			// Forms of other sites do not bring the cookie; what browsers send of Basic
			// credentials by themselves is turned away by CrossSiteFilter.
			.csrf((csrf) -> csrf.disable())
			.addFilterBefore(new CrossSiteFilter(), BasicAuthenticationFilter.class)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers((headers) -> headers
				.contentSecurityPolicy(
						(policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

	@Bean
	OperatorSessions operatorSessions(OperatorProperties properties, PublicAddresses addresses, Clock clock) {
		return new OperatorSessions(properties.password(), addresses.baseUrl(), clock);
	}

	@Bean
	OperatorLogin operatorLogin(OperatorProperties properties, ClientAddresses clients, Clock clock) {
		return new OperatorLogin(properties.password(), clients, clock);
	}

}
