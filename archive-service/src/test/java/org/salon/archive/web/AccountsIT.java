package org.salon.archive.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

import org.salon.access.Role;
import org.salon.access.account.Account;
import org.salon.access.account.AccountUser;
import org.salon.access.audit.AuditEntry;
import org.salon.access.audit.AuditTrail;
import org.salon.access.session.OperatorSessions;
import org.salon.archive.Browser;
import org.salon.archive.EventWriter;
import org.salon.archive.RunningArchive;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.operator.OperatorRole;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts of the console in this service, which hears of them by events. */
@RunningArchive
class AccountsIT {

	private final UUID account = UUID.randomUUID();

	private final String name = "a" + this.account;

	@LocalServerPort
	private int port;

	@Autowired
	private OperatorSessions sessions;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private EventWriter events;

	@ParameterizedTest
	@CsvSource({ "ORGANISER, 200, 200, 200", "READER, 200, 200, 200", "DOOR, 403, 403, 200" })
	void showsToEachRoleWhatItMaySee(Role role, int rebuild, int metrics, int archive) {
		String cookie = session(role, 1);
		assertThat(get("/api/archive/rebuild", cookie).statusCode()).isEqualTo(rebuild);
		assertThat(get("/actuator/prometheus", cookie).statusCode()).isEqualTo(metrics);
		assertThat(get("/api/audit", cookie).statusCode()).isEqualTo(metrics);
		assertThat(get("/archive", cookie).statusCode()).isEqualTo(archive);
	}

	@Test
	void letsOrganisersOnlyChangeSomethingAndWritesDownWhoTried() {
		Browser browser = new Browser(this.port);
		HttpResponse<String> refused = browser.post("/api/outbox/republish?since=2100-01-01T00:00:00Z", "Cookie",
				session(Role.READER, 1), "Accept-Language", "en");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("logged in to read only");
		assertThat(
				browser.post("/api/outbox/republish?since=2100-01-01T00:00:00Z", "Cookie", session(Role.ORGANISER, 1))
					.statusCode())
			.isEqualTo(200);
		assertThat(this.trail.newest(2, null, this.name)).extracting(AuditEntry::status).containsExactly(200, 403);
		assertThat(this.trail.newest(1, null, this.name)).extracting(AuditEntry::action)
			.containsExactly("POST /api/outbox/republish");
	}

	@Test
	void endsSessionsWhenItHearsOfTheNextGeneration() {
		String cookie = session(Role.READER, 1);
		assertThat(get("/api/audit", cookie).statusCode()).isEqualTo(200);
		this.events.write(new OperatorChanged(this.account, OperatorRole.READER, 2, false), 2);
		Awaitility.await("the end of the session")
			.atMost(Duration.ofSeconds(20))
			.until(() -> get("/api/audit", cookie).statusCode() == 401);
		assertThat(get("/api/audit", session(Role.READER, 2)).statusCode()).isEqualTo(200);
		this.events.write(new OperatorChanged(this.account, OperatorRole.READER, 3, true), 3);
		Awaitility.await("the end of all sessions")
			.atMost(Duration.ofSeconds(20))
			.until(() -> get("/api/audit", session(Role.READER, 2)).statusCode() == 401);
		assertThat(get("/api/audit", session(Role.READER, 3)).statusCode()).as("disabled").isEqualTo(401);
	}

	@Test
	void writesDownAWrongPassword() {
		assertThat(new Browser(this.port)
			.get("/api/audit", "Authorization", Browser.basic("wrong"), "X-Forwarded-For", "203.0.113.77")
			.statusCode()).isEqualTo(401);
		assertThat(this.trail.newest(50, null, "operator")).extracting(AuditEntry::action).contains(AuditTrail.LOGIN);
	}

	private HttpResponse<String> get(String path, String cookie) {
		return new Browser(this.port).get(path, "Cookie", cookie);
	}

	private String session(Role role, int generation) {
		AccountUser user = new Account(this.account, this.name, role, generation, false, null).user();
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.sessions.saveContext(
				new SecurityContextImpl(
						UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())),
				new MockHttpServletRequest(), response);
		String cookie = String.valueOf(response.getHeader("Set-Cookie"));
		return cookie.substring(0, cookie.indexOf(';'));
	}

}
