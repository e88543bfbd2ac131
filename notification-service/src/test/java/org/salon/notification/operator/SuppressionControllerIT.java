package org.salon.notification.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.member.MemberErased;
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

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Whom no mail is sent to, seen and changed by the operator. */
@NotificationTest
class SuppressionControllerIT {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private final UUID member = UUID.randomUUID();

	private final String address = Fixtures.address(this.member);

	@Test
	void sendsNothingToAnAddressUntilItComesOffTheList() throws Exception {
		add(this.address.replace("example", "EXAMPLE"), "asked by phone").andExpect(status().isCreated())
			.andExpect(jsonPath("$.address").value(this.address))
			.andExpect(jsonPath("$.reason").value("asked by phone"));
		add(this.address, "another reason").andExpect(status().isCreated())
			.andExpect(jsonPath("$.reason").value("asked by phone"));
		register(Fixtures.number());
		this.world.awaitLedger(this.member, "CONFIRMATION SUPPRESSED");
		remove(this.address).andExpect(status().isNoContent());
		remove(this.address).andExpect(status().isNotFound());
		register(Fixtures.number());
		this.world.awaitLedger(this.member, "CONFIRMATION SENT", "CONFIRMATION SUPPRESSED");
	}

	@Test
	void listsTheLatestFirstAndFindsByAPart() throws Exception {
		String part = UUID.randomUUID().toString();
		for (int i = 0; i < 3; i++) {
			add("n" + i + "-" + part + "@example.org", "by hand").andExpect(status().isCreated());
		}
		this.mvc.perform(asOperator(get("/api/suppressions").param("query", part.toUpperCase()).param("size", "2")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.total").value(3))
			.andExpect(jsonPath("$.items", hasSize(2)))
			.andExpect(jsonPath("$.items[0].address").value("n2-" + part + "@example.org"))
			.andExpect(jsonPath("$.items[0].suppressedAt").exists());
		this.mvc
			.perform(asOperator(get("/api/suppressions").param("query", part).param("size", "2").param("page", "1")))
			.andExpect(jsonPath("$.items", hasSize(1)));
		this.mvc.perform(asOperator(get("/api/suppressions").param("query", "%")))
			.andExpect(jsonPath("$.total").value(0));
	}

	@Test
	void forgetsAnAddressWithItsPersonThoughNoMailWasEverDue() throws Exception {
		int number = Fixtures.number();
		this.world.tell(Fixtures.registered(number, this.member, this.world.now()), 1);
		this.world.awaitHandled(Fixtures.registered(number, this.member, this.world.now()), 1);
		add(this.address, "by hand").andExpect(status().isCreated());
		MemberErased erased = new MemberErased(this.member);
		this.world.tell(erased, 1);
		this.world.awaitHandled(erased, 1);
		remove(this.address).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "@example.org", "a@b@c", "a b@example.org", "a@example.org, b@example.org",
			"A <a@example.org>", "a@example.org\\r\\nBcc: b@example.org", "李雷@example.org", "a@example.org\\u0000" })
	void refusesWhatIsNoAddress(String text) throws Exception {
		this.mvc
			.perform(asOperator(post("/api/suppressions")).contentType(MediaType.APPLICATION_JSON)
				.content("{\"address\": \"" + text + "\", \"reason\": \"by hand\"}"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value("address"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\"  \"", "null", "\"a\\u0000b\"", "\"a\\nb\"" })
	void asksForAReason(String reason) throws Exception {
		this.mvc
			.perform(asOperator(post("/api/suppressions")).contentType(MediaType.APPLICATION_JSON)
				.content("{\"address\": \"" + this.address + "\", \"reason\": " + reason + "}"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value("reason"));
		remove(this.address).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "size=0", "size=1000000000", "page=x" })
	void namesTheBadParameter(String query) throws Exception {
		this.mvc.perform(asOperator(get("/api/suppressions?" + query)))
			.andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value(query.substring(0, query.indexOf('='))));
	}

	private void register(int number) {
		this.world.tell(new SalonAnnounced(Fixtures.salon(number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(Fixtures.registered(number, this.member, this.world.now()), 1);
	}

	private ResultActions add(String address, String reason) throws Exception {
		return this.mvc.perform(asOperator(post("/api/suppressions")).contentType(MediaType.APPLICATION_JSON)
			.content("{\"address\": \"" + address + "\", \"reason\": \"" + reason + "\"}"));
	}

	private ResultActions remove(String address) throws Exception {
		return this.mvc.perform(asOperator(delete("/api/suppressions/{address}", address)));
	}

	private static MockHttpServletRequestBuilder asOperator(MockHttpServletRequestBuilder request) {
		return request.header("Authorization",
				"Basic " + HttpHeaders.encodeBasicAuth("operator", "test-operator", StandardCharsets.UTF_8));
	}

}
