package org.salon.access.session;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

import org.salon.access.Role;
import org.salon.access.account.Account;
import org.salon.access.account.AccountUser;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorSessionsTests {

	private static final Instant NOON = Instant.parse("2026-06-07T12:00:00Z");

	private static final URI CONSOLE = URI.create("https://salon.example.org");

	private static final Authentication OPERATOR = UsernamePasswordAuthenticationToken.authenticated("operator", null,
			AuthorityUtils.createAuthorityList("ROLE_OPERATOR"));

	private static final UUID HELPER = UUID.randomUUID();

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
	void anotherServiceKnowsAnAccountOfThePresentGeneration() {
		Authentication known = known(this.first, login(helper(HELPER, 3)));
		assertThat(known).isNotNull();
		assertThat(known.getName()).isEqualTo("helper@example.org");
		assertThat(Role.of(known)).contains(Role.DOOR);
		assertThat(known.getPrincipal()).isEqualTo(
				new AccountUser("helper@example.org", AuthorityUtils.createAuthorityList("ROLE_DOOR"), HELPER, 3));
	}

	@Test
	void endsWhenTheAccountHasAnotherGeneration() {
		assertThat(known(this.first, login(helper(HELPER, 2)))).isNull();
		assertThat(known(this.first, login(helper(UUID.randomUUID(), 3)))).isNull();
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

	private static Authentication helper(UUID account, int generation) {
		AccountUser user = new Account(account, "helper@example.org", Role.DOOR, generation, false, null).user();
		return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
	}

	private String login() {
		return login(OPERATOR);
	}

	private String login(Authentication who) {
		String cookie = cookie(this.first, who);
		return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
	}

	private static String cookie(OperatorSessions sessions) {
		return cookie(sessions, OPERATOR);
	}

	private static String cookie(OperatorSessions sessions, Authentication who) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		sessions.saveContext(new SecurityContextImpl(who), new MockHttpServletRequest(), response);
		return String.valueOf(response.getHeader("Set-Cookie"));
	}

	private static Authentication known(OperatorSessions sessions, String token) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setCookies(new Cookie(OperatorSessions.COOKIE, token));
		return sessions.loadDeferredContext(request).get().getAuthentication();
	}

	private static OperatorSessions sessions(String password, URI console, Instant now) {
		return new OperatorSessions(password, console, Clock.fixed(now, ZoneOffset.UTC),
				(account, generation) -> account.equals(HELPER) && generation == 3);
	}

}
