package org.salon.notification.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.access.session.OperatorSessions;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What waits and what is under way, as a page. */
@NotificationTest
class OverviewPageIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private OperatorSessions sessions;

	@Value("${salon.base-url}")
	private String console;

	@Value("${salon.notification-base-url}")
	private String own;

	private final int number = Fixtures.number();

	private Desk desk;

	@BeforeEach
	void announce() {
		this.desk = new Desk(this.mvc);
		Instant start = this.world.now().plus(Duration.ofDays(3));
		SalonAnnounced announced = new SalonAnnounced(Fixtures.salon(this.number, start));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
	}

	@Test
	void tellsWhatWaitsAndLeadsToEachSalon() throws Exception {
		UUID member = UUID.randomUUID();
		this.world.tell(Fixtures.registered(this.number, member, this.world.now()), 1);
		this.world.awaitLedger(member, "CONFIRMATION SENT");
		this.desk.open("")
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(stringContainsInOrder("What waits", "There is no limit", "Reminder"),
					containsString("/operator/mail/plans/" + this.number), containsString("sent"))));
	}

	@Test
	void leadsToTheLoginOfTheConsoleAndKnowsWhoLoggedInThere() throws Exception {
		this.mvc.perform(get("/operator/mail?done=pause").accept(MediaType.TEXT_HTML))
			.andExpect(redirectedUrl(this.console + "/operator/login?then="
					+ URLEncoder.encode(this.own + "/operator/mail?done=pause", StandardCharsets.UTF_8)));
		MockHttpServletResponse login = new MockHttpServletResponse();
		this.sessions.saveContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("operator",
				null, AuthorityUtils.createAuthorityList("ROLE_OPERATOR"))), new MockHttpServletRequest(), login);
		Cookie cookie = new Cookie(OperatorSessions.COOKIE,
				String.valueOf(login.getHeader("Set-Cookie")).split("[=;]")[1]);
		this.mvc.perform(get("/operator/mail").accept(MediaType.TEXT_HTML).cookie(cookie)).andExpect(status().isOk());
		this.mvc.perform(post("/operator/mail/announcements/" + this.number + "/pause").accept(MediaType.TEXT_HTML))
			.andExpect(status().isUnauthorized());
		this.mvc
			.perform(post("/operator/mail/announcements/" + this.number + "/pause").cookie(cookie)
				.header("Sec-Fetch-Site", "same-site"))
			.andExpect(status().isForbidden());
	}

	@Test
	void pausesResumesAndCallsOffAnAnnouncement() throws Exception {
		String path = "/announcements/" + this.number;
		this.desk.send(path + "/pause").andExpect(redirectedUrl("/operator/mail?done=pause"));
		this.desk.open("?done=pause")
			.andExpect(content().string(stringContainsInOrder("Paused: what is in hand", "Salon " + this.number,
					"paused", path + "/resume")));
		this.desk.send(path + "/resume").andExpect(redirectedUrl("/operator/mail?done=resume"));
		assertThat(state()).isEqualTo("GOING");
		this.desk.send(path + "/cancel").andExpect(redirectedUrl("/operator/mail?done=cancel"));
		this.desk.send(path + "/resume").andExpect(redirectedUrl("/operator/mail?done=tooLate"));
		assertThat(state()).isEqualTo("CANCELLED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/announcements/999999/pause", "/announcements/x/pause", "/announcements/1/drop",
			"/announcements/999999/cancel" })
	void saysAsAPageThatThereIsNoSuchAnnouncement(String path) throws Exception {
		this.desk.send(path)
			.andExpect(status().isNotFound())
			.andExpect(content().string(containsString("There is no such page")));
	}

	/** Browsers add the operator's login to whatever another site makes them send. */
	@ParameterizedTest
	@ValueSource(strings = { "/announcements/1/pause", "/announcements/1/resume", "/announcements/1/cancel",
			"/templates/waitlisted/en", "/templates/waitlisted/en/preview", "/templates/waitlisted/en/test",
			"/templates/waitlisted/en/remove", "/suppressions", "/suppressions/lift", "/channels/dingtalk/test",
			"/channels/dingtalk/resume", "/channels/dingtalk/posts/5e0b7a2c-0000-4000-8000-000000000000/retry",
			"/deliveries/5e0b7a2c-0000-4000-8000-000000000000/retry" })
	void turnsAwayFormsOfOtherSites(String path) throws Exception {
		for (String site : new String[] { "cross-site", "same-site" }) {
			this.mvc
				.perform(Desk.asOperator(post("/operator/mail" + path))
					.header("Sec-Fetch-Site", site)
					.param("subject", "forged")
					.param("body", "forged")
					.param("to", "forged@example.org")
					.param("address", "forged@example.org")
					.param("reason", "forged"))
				.andExpect(status().isForbidden());
		}
		this.mvc.perform(post("/operator/mail" + path)).andExpect(status().isUnauthorized());
		assertThat(this.world.jdbc()
			.sql("SELECT count(*) FROM suppression WHERE address = 'forged@example.org'")
			.query(Integer.class)
			.single()).isZero();
	}

	private String state() {
		return this.world.jdbc()
			.sql("SELECT state FROM announcement_run WHERE salon_number = ?")
			.param(this.number)
			.query(String.class)
			.single();
	}

}
