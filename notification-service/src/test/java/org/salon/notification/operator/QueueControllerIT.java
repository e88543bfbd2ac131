package org.salon.notification.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.member.MemberErased;
import org.salon.events.member.MemberSubscribed;
import org.salon.events.member.Preferences;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What an operator sees of the queue, and how announcements are stopped. */
@NotificationTest
class QueueControllerIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final int number = Fixtures.number();

	private final UUID member = UUID.randomUUID();

	@AfterEach
	void forgetTheSubscriber() {
		MemberErased erased = new MemberErased(this.member);
		this.world.tell(erased, 99);
		this.world.awaitHandled(erased, 99);
	}

	@Test
	void showsTheQueue() throws Exception {
		announced();
		this.mvc.perform(as("test-operator", get("/api/queue")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.backlog").isArray())
			.andExpect(jsonPath("$.held").isArray())
			.andExpect(jsonPath("$.due").isNumber())
			.andExpect(jsonPath("$.oldestDueAge").isNumber())
			.andExpect(jsonPath("$.sentLastMinute").isNumber());
	}

	@Test
	void showsHowFarAnAnnouncementIs() throws Exception {
		announced();
		this.world.awaitLedger(this.member, "ANNOUNCEMENT SENT");
		announcement("").andExpect(status().isOk())
			.andExpect(jsonPath("$.state").value("DONE"))
			.andExpect(jsonPath("$.planned").value(1))
			.andExpect(jsonPath("$.sent").value(1))
			.andExpect(jsonPath("$.left").value(0));
	}

	@Test
	void pausesResumesAndCancels() throws Exception {
		announced();
		announcement("/pause").andExpect(status().isOk()).andExpect(jsonPath("$.state").value("PAUSED"));
		announcement("/pause").andExpect(status().isOk());
		announcement("/resume").andExpect(status().isOk());
		announcement("/cancel").andExpect(status().isOk())
			.andExpect(jsonPath("$.reason").value("an operator called the announcement off"));
		announcement("/cancel").andExpect(status().isOk());
		announcement("/resume").andExpect(status().isConflict())
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
			.andExpect(jsonPath("$.detail").value(containsString("for good")));
		announcement("/pause").andExpect(status().isConflict());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pause", "/resume", "/cancel" })
	void knowsOnlyWhatWasAnnounced(String call) throws Exception {
		announcement(call).andExpect(status().isNotFound());
		announcement("").andExpect(status().isNotFound());
		this.mvc.perform(as("test-operator", post("/api/announcements/x" + call)))
			.andExpect(status().isUnprocessableContent());
	}

	@Test
	void isTheOperatorsAlone() throws Exception {
		this.mvc.perform(get("/api/queue")).andExpect(status().isUnauthorized());
		this.mvc.perform(as("wrong", get("/api/queue"))).andExpect(status().isUnauthorized());
		this.mvc.perform(post("/api/announcements/44/cancel")).andExpect(status().isUnauthorized());
	}

	private void announced() {
		MemberSubscribed subscribed = new MemberSubscribed(
				Fixtures.member(this.member, new Preferences(true, true, true)));
		this.world.tell(subscribed, 1);
		this.world.awaitHandled(subscribed, 1);
		SalonAnnounced announced = new SalonAnnounced(
				Fixtures.salon(this.number, this.world.now().plus(Duration.ofDays(3))));
		this.world.tell(announced, 1);
		this.world.awaitHandled(announced, 1);
	}

	private ResultActions announcement(String call) throws Exception {
		String path = "/api/announcements/" + this.number + call;
		return this.mvc.perform(as("test-operator", call.isEmpty() ? get(path) : post(path)));
	}

	private static MockHttpServletRequestBuilder as(String password, MockHttpServletRequestBuilder request) {
		return request.header("Authorization",
				"Basic " + HttpHeaders.encodeBasicAuth("operator", password, StandardCharsets.UTF_8));
	}

}
