package org.salon.registration.operator;

import java.time.Clock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import org.salon.access.ClientAddresses;
import org.salon.access.OperatorLogin;
import org.salon.access.PasswordPrompt;
import org.salon.access.Role;
import org.salon.access.TooManyLogins;
import org.salon.access.WrongRole;
import org.salon.access.account.Accounts;
import org.salon.access.account.Generations;
import org.salon.access.audit.AuditFilter;
import org.salon.access.audit.AuditTrail;
import org.salon.access.session.LoginElsewhere;
import org.salon.access.session.OperatorSessions;
import org.salon.registration.SalonProperties;
import org.salon.registration.oidc.OidcLogin;

/** Who may do what. What is not named here is not there. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String ORGANISER = Role.ORGANISER.security();

	private static final String DOOR = Role.DOOR.security();

	private static final String READER = Role.READER.security();

	/** What anybody may call though it changes something. */
	private static final RequestMatcher PUBLIC_CALLS = new OrRequestMatcher(
			PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/salons/{number:[0-9]+}/registrations"),
			PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/subscriptions"));

	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	@Bean
	@Order(1)
	SecurityFilterChain apiSecurity(HttpSecurity http, CookieCsrfTokenRepository tokens, OperatorSessions sessions,
			SalonProperties properties, AuditTrail audit) {
		return headers(http).securityMatcher("/api/**", "/actuator/**", "/v3/api-docs/**")
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/api/salons", "/api/salons/{number:[0-9]+}")
				.permitAll()
				.requestMatchers(PUBLIC_CALLS)
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/liveness",
						"/actuator/health/readiness")
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.hasAnyRole(ORGANISER, READER)
				.requestMatchers(HttpMethod.HEAD)
				.hasAnyRole(ORGANISER, READER)
				.anyRequest()
				.hasRole(ORGANISER))
			.addFilterAfter(new AuditFilter(audit, PUBLIC_CALLS), SecurityContextHolderFilter.class)
			.httpBasic((basic) -> basic.authenticationEntryPoint(new PasswordPrompt()))
			.exceptionHandling((failures) -> failures.accessDeniedHandler(new WrongRole())
				.authenticationEntryPoint(new LoginElsewhere(properties.baseUrl(), properties.baseUrl())))
			.securityContext((context) -> context.securityContextRepository(sessions))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(CsrfRules::appliesToApi))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pageSecurity(HttpSecurity http, CookieCsrfTokenRepository tokens, OperatorSessions sessions,
			ReturnAddresses returns, AuditTrail audit, OidcLogin provider) {
		provider.addTo(http, loggedIn(returns));
		return headers(http).headers((headers) -> headers.addHeaderWriter((request, response) -> {
			// The login leads on to a page of another service, against which browsers
			// hold form-action too.
			if (request.getRequestURI().equals("/operator/login")) {
				response.setHeader("Content-Security-Policy", CONTENT_POLICY.replace("form-action 'self'",
						"form-action 'self' " + String.join(" ", returns.origins())));
			}
		}))
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
				.permitAll()
				.requestMatchers("/operator/login", OidcLogin.START)
				.permitAll()
				.requestMatchers("/operator/account", "/operator/logout")
				.hasAnyRole(ORGANISER, DOOR, READER)
				.requestMatchers(HttpMethod.GET, "/operator/salons", "/operator/salons/{number:[0-9]+}/door")
				.hasAnyRole(ORGANISER, DOOR, READER)
				.requestMatchers(HttpMethod.POST, "/operator/salons/{number:[0-9]+}/door/*/*")
				.hasAnyRole(ORGANISER, DOOR)
				.requestMatchers("/operator/accounts", "/operator/accounts/**")
				.hasRole(ORGANISER)
				.requestMatchers(HttpMethod.GET, "/operator", "/operator/**")
				.hasAnyRole(ORGANISER, READER)
				.requestMatchers("/operator", "/operator/**")
				.hasRole(ORGANISER)
				.requestMatchers("/join/**")
				.permitAll()
				.requestMatchers("/", "/salons/**", "/go/*/*", "/registrations/**", "/preferences/*", "/unsubscribe/*",
						"/calendar.ics", "/design/**", "/css/**", "/js/**", "/webjars/picocss__pico/**",
						"/webjars/htmx.org/**", "/webjars/chart.js/**", "/favicon.ico", "/favicon.svg",
						"/favicon-*.svg", "/robots.txt", "/error")
				.permitAll()
				.requestMatchers("/subscribe", "/subscriptions", "/subscriptions/*", "/preferences/*/data.json",
						"/preferences/*/erase", "/unsubscribe/*/undo", "/erased", "/replays/*")
				.permitAll()
				.anyRequest()
				.denyAll())
			.addFilterAfter(new AuditFilter(audit, (request) -> false), SecurityContextHolderFilter.class)
			.formLogin((login) -> login.loginPage("/operator/login")
				.successHandler(loggedIn(returns))
				.failureHandler(loginFailed(returns)))
			.logout((logout) -> logout.logoutUrl("/operator/logout").logoutSuccessUrl("/operator/login?left"))
			.exceptionHandling(
					(failures) -> failures.authenticationEntryPoint(pageEntryPoint()).accessDeniedHandler(pageDenied()))
			.requestCache((cache) -> cache.disable())
			.securityContext((context) -> context.securityContextRepository(sessions))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(CsrfRules::appliesToPage))
			.build();
	}

	@Bean
	CookieCsrfTokenRepository csrfTokens(SalonProperties properties) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("salon-csrf");
		tokens.setCookieCustomizer(
				(cookie) -> cookie.httpOnly(true).sameSite("Lax").path("/").secure(isHttps(properties)));
		return tokens;
	}

	@Bean
	OperatorSessions operatorSessions(SalonProperties properties, Clock clock, Generations generations) {
		return new OperatorSessions(properties.operator().password(), properties.baseUrl(), clock, generations);
	}

	@Bean
	OperatorLogin operatorLogin(SalonProperties properties, ClientAddresses clients, Clock clock, Accounts accounts,
			AuditTrail audit) {
		return new OperatorLogin(properties.operator().password(), clients, clock, accounts, audit);
	}

	private static HttpSecurity headers(HttpSecurity http) {
		return http.headers((headers) -> headers.contentTypeOptions(Customizer.withDefaults())
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
			.permissionsPolicyHeader((policy) -> policy.policy("camera=(), microphone=(), geolocation=()"))
			.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
			.addHeaderWriter(SecurityConfiguration::letOutToMeeting));
	}

	/**
	 * The button that leads into a salon is answered by a redirect to another site, and
	 * often by more from there: browsers hold form-action against all of them.
	 */
	private static void letOutToMeeting(HttpServletRequest request, HttpServletResponse response) {
		if (request.getRequestURI().startsWith("/join/")) {
			response.setHeader("Content-Security-Policy",
					CONTENT_POLICY.replace("form-action 'self'", "form-action 'self' https: http:"));
		}
	}

	private static AuthenticationSuccessHandler loggedIn(ReturnAddresses returns) {
		return (request, response, who) -> {
			if (KeptForm.in(request).isPresent()) {
				request.getRequestDispatcher("/operator/login/continue").forward(request, response);
			}
			else {
				response.sendRedirect(returns.of(request, who));
			}
		};
	}

	private static AuthenticationFailureHandler loginFailed(ReturnAddresses returns) {
		return (request, response, failure) -> {
			if (failure instanceof TooManyLogins) {
				request.setAttribute(TooManyLogins.ATTRIBUTE, failure);
				request.getRequestDispatcher("/operator/login/limited").forward(request, response);
			}
			else if (KeptForm.in(request).isPresent()) {
				request.setAttribute(LoginController.WRONG, true);
				request.getRequestDispatcher("/operator/login/kept").forward(request, response);
			}
			else {
				response.sendRedirect("/operator/login?error" + returns.parameter(request, "&"));
			}
		};
	}

	private static AuthenticationEntryPoint pageEntryPoint() {
		return (request, response, failure) -> {
			if (isConsole(request) && request.getMethod().equals("POST")) {
				request.getRequestDispatcher("/operator/login/kept").forward(request, response);
			}
			else if (isConsole(request)) {
				response.sendRedirect("/operator/login" + ReturnAddresses.toPage(request));
			}
			else {
				response.sendError(HttpServletResponse.SC_NOT_FOUND);
			}
		};
	}

	private static AccessDeniedHandler pageDenied() {
		WrongRole wrongRole = new WrongRole();
		return (request, response, denied) -> {
			if (denied instanceof CsrfException || isConsole(request)) {
				wrongRole.handle(request, response, denied);
			}
			else {
				response.sendError(HttpServletResponse.SC_NOT_FOUND);
			}
		};
	}

	private static boolean isConsole(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.equals("/operator") || path.startsWith("/operator/");
	}

	private static boolean isHttps(SalonProperties properties) {
		return "https".equalsIgnoreCase(properties.baseUrl().getScheme());
	}

}
