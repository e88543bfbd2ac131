package org.salon.notification.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@NotificationTest
class DeliveryControllerIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final UUID member = UUID.randomUUID();

	private final int number = Fixtures.number();

	@Test
	void showsWhatBecameOfAMail() throws Exception {
		UUID event = registered();
		this.mvc.perform(asOperator(get("/api/deliveries").param("recipient", Fixtures.address(this.member))))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.total").value(3))
			.andExpect(jsonPath("$.items", hasSize(3)))
			.andExpect(jsonPath("$.items[?(@.kind == 'CONFIRMATION')].state").value("SENT"))
			.andExpect(jsonPath("$.items[?(@.kind == 'CONFIRMATION')].causedBy").value(event.toString()))
			.andExpect(jsonPath("$.items[?(@.kind == 'CONFIRMATION')].salon").value(this.number))
			.andExpect(jsonPath("$.items[?(@.kind == 'CONFIRMATION')].sentAt").exists());
		this.mvc
			.perform(asOperator(get("/api/deliveries").param("salon", "" + this.number)
				.param("state", "PLANNED")
				.param("size", "1")
				.param("page", "1")))
			.andExpect(jsonPath("$.total").value(2))
			.andExpect(jsonPath("$.items", hasSize(1)));
		String first = this.mvc
			.perform(asOperator(get("/api/deliveries").param("salon", "" + this.number)
				.param("kind", "REMINDER")
				.param("size", "1")
				.param("after", "")))
			.andExpect(jsonPath("$.total").doesNotExist())
			.andExpect(jsonPath("$.items", hasSize(1)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		this.mvc
			.perform(asOperator(get("/api/deliveries").param("salon", "" + this.number)
				.param("kind", "REMINDER")
				.param("size", "1")
				.param("after", JsonPath.<String>read(first, "$.next"))))
			.andExpect(jsonPath("$.items", hasSize(1)))
			.andExpect(jsonPath("$.items[0].id").value(not(JsonPath.<String>read(first, "$.items[0].id"))))
			.andExpect(jsonPath("$.next").doesNotExist());
	}

	@Test
	void countsTheMailsOfASalonAndWhatBecameOfThemOverTime() throws Exception {
		registered();
		this.mvc.perform(asOperator(get("/api/salons/" + this.number + "/mails")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.allOut").value(false))
			.andExpect(jsonPath("$.kinds[?(@.kind == 'CONFIRMATION')].sent").value(1))
			.andExpect(jsonPath("$.kinds[?(@.kind == 'REMINDER')].waiting").value(2))
			.andExpect(jsonPath("$.undelivered", hasSize(0)))
			.andExpect(jsonPath("$.next", hasSize(2)))
			.andExpect(jsonPath("$.next[0].mails").value(1));
		this.mvc.perform(asOperator(get("/api/salons/0/mails"))).andExpect(status().isNotFound());
		this.mvc
			.perform(asOperator(get("/api/charts/outcomes").param("salon", "" + this.number)
				.param("to", this.world.now().plusSeconds(60).toString())))
			.andExpect(jsonPath("$.step").value("day"))
			.andExpect(jsonPath("$.points[?(@.kind == 'CONFIRMATION' && @.outcome == 'SENT')].mails").value(1));
		this.mvc
			.perform(asOperator(get("/api/charts/promptness").param("salon", "" + this.number)
				.param("to", this.world.now().plusSeconds(60).toString())))
			.andExpect(jsonPath("$.confirmations").value(1));
		for (String query : List.of("outcomes?salon=0", "promptness?from=2026-06-08T00:00:00Z&to=2026-06-07T00:00:00Z",
				"outcomes?from=x", "outcomes?to=+100000-01-01T00:00:00Z")) {
			this.mvc.perform(asOperator(get("/api/charts/" + query))).andExpect(status().isUnprocessableContent());
		}
	}

	@Test
	void showsThePlanOfASalon() throws Exception {
		registered();
		this.mvc.perform(asOperator(get("/api/plans/" + this.number)))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.salon", is(this.number)))
			.andExpect(jsonPath("$.deliveries[?(@.kind == 'REMINDER' && @.state == 'PLANNED')]", hasSize(2)))
			.andExpect(jsonPath("$.deliveries[0].recipients").value(1));
		this.mvc.perform(asOperator(get("/api/plans/999999"))).andExpect(status().isNotFound());
	}

	@Test
	void sendsAFailedMailAgainAndNoOther() throws Exception {
		registered();
		String id = this.world.row(this.member, "CONFIRMATION").get("id").toString();
		this.mvc.perform(asOperator(post("/api/deliveries/" + id + "/retry")))
			.andExpect(status().isConflict())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
		this.world.jdbc()
			.sql("UPDATE delivery SET state = 'FAILED', closed_by = 'SENDER' WHERE id = ?::uuid")
			.param(id)
			.update();
		this.mvc.perform(asOperator(post("/api/deliveries/" + id + "/retry")))
			.andExpect(status().isAccepted())
			.andExpect(jsonPath("$.id").value(id));
		this.world.awaitLedger(this.member, "CONFIRMATION SENT");
		this.mvc.perform(asOperator(post("/api/deliveries/" + UUID.randomUUID() + "/retry")))
			.andExpect(status().isNotFound());
		this.mvc.perform(asOperator(post("/api/deliveries/nonsense/retry"))).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "size=0", "size=1000000000", "salon=0", "salon=x", "state=GONE", "page=x",
			"salon=1000000", "page=99999999999", "after=x", "kind=GONE", "from=x", "to=+100000-01-01T00:00:00Z" })
	void namesTheBadParameter(String query) throws Exception {
		this.mvc.perform(asOperator(get("/api/deliveries?" + query)))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
			.andExpect(jsonPath("$.errors[0].field").value(query.substring(0, query.indexOf('='))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/deliveries", "/api/plans/44", "/api/status", "/api/dead-letters",
			"/actuator/prometheus", "/actuator", "/" })
	void keepsAllButHealthToTheOperator(String path) throws Exception {
		this.mvc.perform(get(path)).andExpect(status().isUnauthorized());
		this.mvc.perform(as(get(path), "wrong")).andExpect(status().isUnauthorized());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/api/announcements/44/cancel", "/api/channels/dingtalk/test", "/api/dead-letters/1/discard" })
	void doesNothingThatAnotherSiteMakesTheOperatorsBrowserAskFor(String path) throws Exception {
		for (String site : List.of("cross-site", "same-site")) {
			this.mvc.perform(asOperator(post(path)).header("Sec-Fetch-Site", site)).andExpect(status().isForbidden());
		}
		this.mvc.perform(asOperator(post(path)).header("Sec-Fetch-Site", "same-origin"))
			.andExpect((result) -> assertThat(result.getResponse().getStatus()).isNotEqualTo(403));
	}

	@Test
	void tellsThePublicOneWordOfItsHealth() throws Exception {
		this.mvc.perform(get("/actuator/health"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.status").value("UP"))
			.andExpect(jsonPath("$.components").doesNotExist())
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"));
		this.mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
	}

	@Test
	void asksWhoGuessesPasswordsToWaitAndNobodyElse() throws Exception {
		RequestPostProcessor guesser = (request) -> {
			request.setRemoteAddr("203.0.113.1");
			return request;
		};
		for (int i = 0; i < 10; i++) {
			this.mvc.perform(as(get("/api/status"), "wrong").with(guesser)).andExpect(status().isUnauthorized());
		}
		this.mvc.perform(asOperator(get("/api/status")).with(guesser))
			.andExpect(status().isTooManyRequests())
			.andExpect(header().exists("Retry-After"));
		this.mvc.perform(asOperator(get("/api/status"))).andExpect(status().isOk());
	}

	@Test
	void measuresMailsByKindAndOutcome() throws Exception {
		registered();
		this.mvc.perform(asOperator(get("/api/status")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.service").value("notification-service"))
			.andExpect(jsonPath("$.parts.sender").value("UP"))
			.andExpect(jsonPath(
					"$.meters[?(@.name == 'salon.notification.deliveries' && @.tags.kind == 'confirmation' && @.tags.outcome == 'sent')].value")
				.exists())
			.andExpect(
					jsonPath("$.meters[?(@.name == 'salon.notification.ledger.backlog' && @.tags.state == 'planned')]")
						.exists())
			.andExpect(jsonPath("$.meters[?(@.name == 'salon.notification.form.to.inbox')]").exists());
	}

	/** Alerts name these buckets, and would be silent without them. */
	@Test
	void countsWhatWasInTimeByTheMinuteAndByFiveMinutes() throws Exception {
		this.mvc.perform(asOperator(get("/actuator/prometheus")))
			.andExpect(status().isOk())
			.andExpect(content()
				.string(allOf(containsString("salon_notification_form_to_inbox_seconds_bucket{le=\"60.0\"}"),
						containsString("salon_notification_reminders_lateness_seconds_bucket{le=\"300.0\"}"))));
	}

	private UUID registered() {
		this.world.tell(new SalonAnnounced(Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3)))), 1);
		UUID event = this.world.tell(Fixtures.registered(this.number, this.member, this.world.now()), 1);
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "REMINDER PLANNED", "REMINDER PLANNED");
		return event;
	}

	private static MockHttpServletRequestBuilder asOperator(MockHttpServletRequestBuilder request) {
		return as(request, "test-operator");
	}

	private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, String password) {
		return request.header("Authorization",
				"Basic " + HttpHeaders.encodeBasicAuth("operator", password, StandardCharsets.UTF_8));
	}

}
