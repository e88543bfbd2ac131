package org.salon.notification.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@NotificationTest
class ChannelControllerIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	@Test
	void namesAllChannelsOnOrOff() throws Exception {
		this.mvc.perform(asOperator(get("/api/channels")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$", hasSize(4)))
			.andExpect(jsonPath("$[?(@.name == 'feishu')].on").value(false));
		this.mvc.perform(get("/api/channels")).andExpect(status().isUnauthorized());
	}

	@Test
	void showsWhatAChannelWouldHavePosted() throws Exception {
		Instant before = this.world.now();
		SalonAnnounced announced = new SalonAnnounced(
				Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3))));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
		this.mvc.perform(asOperator(post("/api/channels/dingtalk/dry-run").param("since", before.toString())))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$[?(@.salon == %d)].kind", this.number).value("ANNOUNCEMENT"))
			.andExpect(jsonPath("$[?(@.salon == %d)].title", this.number).exists());
		this.mvc.perform(asOperator(get("/api/channels/dingtalk/deliveries")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.total").value(0));
	}

	@Test
	void makesAFailedPostAgainAndNoOther() throws Exception {
		UUID failed = row("FAILED");
		this.mvc.perform(asOperator(post("/api/channels/wecom/deliveries/" + failed + "/retry")))
			.andExpect(status().isAccepted())
			.andExpect(jsonPath("$.state").value("RETRY"));
		this.mvc.perform(asOperator(post("/api/channels/wecom/deliveries/" + row("SENT") + "/retry")))
			.andExpect(status().isConflict());
		this.mvc.perform(asOperator(post("/api/channels/wecom/deliveries/" + UUID.randomUUID() + "/retry")))
			.andExpect(status().isNotFound());
		this.mvc.perform(asOperator(get("/api/channels/wecom/deliveries?size=1")))
			.andExpect(jsonPath("$.items", hasSize(1)))
			.andExpect(jsonPath("$.items[0].answer").value("HTTP 200, code 310000"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "size=0", "size=1000000000", "page=x" })
	void namesTheBadParameter(String query) throws Exception {
		this.mvc.perform(asOperator(get("/api/channels/dingtalk/deliveries?" + query)))
			.andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value(query.substring(0, query.indexOf('='))));
	}

	@Test
	void saysWhatIsNotThere() throws Exception {
		this.mvc.perform(asOperator(post("/api/channels/dingtalk/test"))).andExpect(status().isConflict());
		this.mvc.perform(asOperator(post("/api/channels/pigeon/test"))).andExpect(status().isNotFound());
		this.mvc.perform(asOperator(get("/api/channels/pigeon/deliveries"))).andExpect(status().isNotFound());
		this.mvc.perform(asOperator(post("/api/channels/dingtalk/dry-run?since=yesterday")))
			.andExpect(status().isUnprocessableContent());
	}

	private UUID row(String state) {
		UUID id = UUID.randomUUID();
		this.world.jdbc()
			.sql("INSERT INTO channel (name, first_seen_at) VALUES ('wecom', now()) ON CONFLICT DO NOTHING")
			.update();
		this.world.jdbc().sql("""
				INSERT INTO channel_delivery (id, channel, salon_number, kind, occurrence, state, due_at, attempt_at,
					not_after, answer)
				VALUES (?, 'wecom', ?, 'ANNOUNCEMENT', ?, ?, now(), now(), now() + interval '9999 days',
					'HTTP 200, code 310000')
				""").params(id, this.number, id.toString(), state).update();
		return id;
	}

	private static MockHttpServletRequestBuilder asOperator(MockHttpServletRequestBuilder request) {
		return request.header("Authorization",
				"Basic " + HttpHeaders.encodeBasicAuth("operator", "test-operator", StandardCharsets.UTF_8));
	}

}
