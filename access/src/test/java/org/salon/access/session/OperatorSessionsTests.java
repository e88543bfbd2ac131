package org.salon.access.session;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorSessionsTests {

	private static final Instant NOON = Instant.parse("2026-06-07T12:00:00Z");

	private static final URI CONSOLE = URI.create("https://salon.example.org");

	private final OperatorSessions first = sessions("secret", CONSOLE, NOON);

	@Test
	void anotherServiceKnowsWhoLoggedIn() {
		Authentication known = known(sessions("secret", CONSOLE, NOON.plusSeconds(60)), login());
		assertThat(known).isNotNull();
		assertThat(known.getName()).isEqualTo("operator");
		assertThat(known.isAuthenticated()).isTrue();
		assertThat(known.getAuthorities()).extracting(GrantedAuthority::getAuthority).containsExactly("ROLE_OPERATOR");
	}

	@Test
	void endsAfterTwelveHours() {
		String token = login();
		assertThat(known(sessions("secret", CONSOLE, NOON.plus(Duration.ofHours(12)).minusSeconds(1)), token))
			.isNotNull();
		assertThat(known(sessions("secret", CONSOLE, NOON.plus(Duration.ofHours(12)).plusSeconds(1)), token)).isNull();
	}

	@Test
	void endsWhenThePasswordIsAnother() {
		assertThat(known(sessions("other", CONSOLE, NOON), login())).isNull();
	}

	@Test
	void isOfOneClubOnly() {
		assertThat(known(sessions("secret", URI.create("https://other.example.org"), NOON), login())).isNull();
	}

	@Test
	void knowsNobodyByWhatWasNotSigned() {
		String token = login();
		String[] parts = token.split("\\.");
		// {"alg":"none"}
		String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
		String altered = parts[0] + "." + parts[1].substring(0, parts[1].length() - 2) + "AA." + parts[2];
		for (String forged : new String[] { "", "x", "..", unsigned, altered, token + "x" }) {
			assertThat(known(this.first, forged)).as(forged).isNull();
		}
	}

	@Test
	void keepsTheCookieFromScriptsAndFromFormsOfOtherSites() {
		assertThat(cookie(this.first).toString()).contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/",
				"Max-Age=43200");
		assertThat(cookie(sessions("secret", URI.create("http://localhost:8080"), NOON))).doesNotContain("Secure");
	}

	@Test
	void takesTheCookieAwayAtTheEnd() {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.first.saveContext(new SecurityContextImpl(), new MockHttpServletRequest(), response);
		assertThat(response.getHeader("Set-Cookie")).startsWith(OperatorSessions.COOKIE + "=;").contains("Max-Age=0");
	}

	private String login() {
		String cookie = cookie(this.first);
		return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
	}

	private static String cookie(OperatorSessions sessions) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		Authentication operator = UsernamePasswordAuthenticationToken.authenticated("operator", null,
				AuthorityUtils.createAuthorityList("ROLE_OPERATOR"));
		sessions.saveContext(new SecurityContextImpl(operator), new MockHttpServletRequest(), response);
		return String.valueOf(response.getHeader("Set-Cookie"));
	}

	private static Authentication known(OperatorSessions sessions, String token) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie(OperatorSessions.COOKIE, token));
		return sessions.loadDeferredContext(request).get().getAuthentication();
	}

	private static OperatorSessions sessions(String password, URI console, Instant now) {
		return new OperatorSessions(password, console, Clock.fixed(now, ZoneOffset.UTC));
	}

}
