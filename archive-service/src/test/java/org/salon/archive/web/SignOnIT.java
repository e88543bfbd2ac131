package org.salon.archive.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

import org.salon.access.session.OperatorSessions;
import org.salon.archive.Browser;
import org.salon.archive.RunningArchive;

import static org.assertj.core.api.Assertions.assertThat;

@RunningArchive
class SignOnIT {

	private static final String REBUILD = "/api/archive/rebuild";

	@LocalServerPort
	private int port;

	@Test
	void knowsWhoLoggedInAtTheConsole() {
		String cookie = session("https://salon.example.org", "ROLE_OPERATOR");
		assertThat(ask("Cookie", cookie).statusCode()).isEqualTo(200);
	}

	@Test
	void knowsNobodyOfAnotherClubAndNobodyWithoutTheRole() {
		assertThat(ask("Cookie", session("https://other.example.org", "ROLE_OPERATOR")).statusCode()).isEqualTo(401);
		assertThat(ask("Cookie", session("https://salon.example.org", "ROLE_NOBODY")).statusCode()).isEqualTo(403);
	}

	@Test
	void leadsAReaderToTheLoginAndAsksAProgramForThePassword() {
		HttpResponse<String> reader = ask("Accept", "text/html");
		assertThat(reader.statusCode()).isEqualTo(302);
		assertThat(reader.headers().firstValue("Location")).contains(
				"https://salon.example.org/operator/login?then=https%3A%2F%2Farchive.example.org%2Fapi%2Farchive%2Frebuild");
		assertThat(ask("Accept", "application/json").statusCode()).isEqualTo(401);
	}

	private HttpResponse<String> ask(String... headers) {
		return new Browser(this.port).get(REBUILD, headers);
	}

	private static String session(String console, String role) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new OperatorSessions(Browser.PASSWORD, URI.create(console), Clock.systemUTC(), (account, generation) -> true)
			.saveContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("operator", null,
					AuthorityUtils.createAuthorityList(role))), new MockHttpServletRequest(), response);
		String cookie = String.valueOf(response.getHeader("Set-Cookie"));
		return cookie.substring(0, cookie.indexOf(';'));
	}

}
