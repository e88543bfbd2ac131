package org.salon.notification.desk;

import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salon.access.Role;
import org.salon.access.account.Account;
import org.salon.access.account.AccountUser;
import org.salon.access.audit.AuditEntry;
import org.salon.access.audit.AuditTrail;
import org.salon.access.session.OperatorSessions;
import org.salon.events.operator.OperatorChanged;
import org.salon.events.operator.OperatorRole;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Accounts of the console in this service, which hears of them by events. */
@NotificationTest
class AccountsIT {

	private final UUID account = UUID.randomUUID();

	private final String name = "a" + this.account;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private OperatorSessions sessions;

	@Autowired
	private AuditTrail trail;

	@ParameterizedTest
	@CsvSource({ "/operator/mail, 200, 200, 403", "/operator/mail/deliveries, 200, 200, 403",
			"/operator/mail/suppressions, 200, 200, 403", "/api/queue, 200, 200, 403", "/api/audit, 200, 200, 403",
			"/actuator/prometheus, 200, 200, 403", "/v3/api-docs, 200, 200, 403", "/actuator/health, 200, 200, 200" })
	void showsToEachRoleWhatItMaySee(String path, int organiser, int reader, int door) throws Exception {
		open(path, Role.ORGANISER).andExpect(status().is(organiser));
		open(path, Role.READER).andExpect(status().is(reader));
		open(path, Role.DOOR).andExpect(status().is(door));
		this.mvc.perform(get(path)).andExpect(status().is(path.endsWith("health") ? 200 : 401));
	}

	@Test
	void changesSomethingForOrganisersOnlyAndOffersNothingElse() throws Exception {
		open("/operator/mail/suppressions", Role.READER)
			.andExpect(content().string(not(containsString("id=\"address\""))));
		open("/operator/mail/suppressions", Role.ORGANISER)
			.andExpect(content().string(containsString("id=\"address\"")));
		send(Role.READER).andExpect(status().isForbidden());
		send(Role.DOOR).andExpect(status().isForbidden());
		send(Role.ORGANISER).andExpect(status().is3xxRedirection());
		assertThat(this.trail.newest(9, null, this.name)).extracting(AuditEntry::status).containsExactly(302, 403, 403);
		assertThat(this.trail.newest(1, null, this.name)).extracting(AuditEntry::action)
			.containsExactly("POST /operator/mail/suppressions/lift");
	}

	@Test
	void tellsProgramsByAProblemDetail() throws Exception {
		this.mvc
			.perform(post("/api/deliveries/" + UUID.randomUUID() + "/retry").cookie(session(Role.READER, 1))
				.header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
			.andExpect(status().isForbidden())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
			.andExpect(content().string(containsString("只读")));
	}

	@Test
	void writesNoAddressDown() throws Exception {
		this.mvc
			.perform(delete("/api/suppressions/{address}", "someone@example.org").cookie(session(Role.ORGANISER, 1)));
		assertThat(this.trail.newest(1, null, this.name)).first().satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("DELETE /api/suppressions/{address}");
			assertThat(entry.target()).isEqualTo("/api/suppressions/{address}");
			assertThat(entry.status()).isNotNull();
		});
		this.mvc.perform(delete("/api/suppressions/{address}", "someone@example.org").cookie(session(Role.READER, 1)))
			.andExpect(status().isForbidden());
		assertThat(this.trail.newest(1, null, this.name)).first()
			.satisfies((entry) -> assertThat(entry.action() + entry.target()).doesNotContain("example.org"));
	}

	@Test
	void endsSessionsWhenItHearsOfTheNextGeneration() throws Exception {
		Cookie first = session(Role.READER, 1);
		this.mvc.perform(get("/api/queue").cookie(first)).andExpect(status().isOk());
		this.world.tell(new OperatorChanged(this.account, OperatorRole.READER, 2, false), 2);
		awaitEnd(first);
		this.mvc.perform(get("/api/queue").cookie(session(Role.READER, 2))).andExpect(status().isOk());
		this.world.tell(new OperatorChanged(this.account, OperatorRole.READER, 3, true), 3);
		awaitEnd(session(Role.READER, 2));
		this.mvc.perform(get("/api/queue").cookie(session(Role.READER, 3))).andExpect(status().isUnauthorized());
	}

	private void awaitEnd(Cookie cookie) {
		Awaitility.await("the end of the session")
			.atMost(World.PATIENCE)
			.until(() -> this.mvc.perform(get("/api/queue").cookie(cookie))
				.andReturn()
				.getResponse()
				.getStatus() == 401);
	}

	private ResultActions open(String path, Role role) throws Exception {
		return this.mvc.perform(
				get(path).accept(MediaType.ALL).header(HttpHeaders.ACCEPT_LANGUAGE, "en").cookie(session(role, 1)));
	}

	private ResultActions send(Role role) throws Exception {
		return this.mvc.perform(post("/operator/mail/suppressions/lift").header("Sec-Fetch-Site", "same-origin")
			.accept(MediaType.TEXT_HTML)
			.cookie(session(role, 1))
			.param("address", "nobody@example.org"));
	}

	private Cookie session(Role role, int generation) {
		AccountUser user = new Account(this.account, this.name, role, generation, false, null).user();
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.sessions.saveContext(
				new SecurityContextImpl(
						UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())),
				new MockHttpServletRequest(), response);
		return new Cookie(OperatorSessions.COOKIE, String.valueOf(response.getHeader("Set-Cookie")).split("[=;]")[1]);
	}

}
