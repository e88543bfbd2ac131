package org.salon.notification.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.events.registration.MemberRegistered;
import org.salon.events.registration.RegistrationStatus;
import org.salon.events.salon.SalonAnnounced;
import org.salon.localstack.LocalStack;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.mail.Occasions;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@NotificationTest
class TemplateControllerIT {

	private static final String WAITLISTED = "/api/templates/waitlisted/zh-CN";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@AfterEach
	void goBack() throws Exception {
		perform(delete(WAITLISTED)).andExpect(status().isNoContent());
	}

	@Test
	void showsBuiltInWordsOfEachMailAsTemplatesThatSayTheSame() throws Exception {
		perform(get("/api/templates")).andExpect(status().isOk())
			.andExpect(jsonPath("$", hasSize(Occasions.ALL.size() * 2)))
			.andExpect(jsonPath("$[?(@.own == true)]", hasSize(0)))
			.andExpect(jsonPath("$[?(@.kind == 'waitlisted' && @.language == 'en')].subject")
				.value("Salon {{number}}: you are on the waiting list – {{title}}"));
		for (String occasion : Occasions.ALL) {
			for (String language : new String[] { "zh-CN", "en" }) {
				String path = "/api/templates/" + occasion + "/" + language;
				String listed = perform(get("/api/templates")).andReturn()
					.getResponse()
					.getContentAsString(StandardCharsets.UTF_8);
				var template = JsonMapper.shared()
					.readTree(listed)
					.valueStream()
					.filter((one) -> one.get("kind").asString().equals(occasion)
							&& one.get("language").asString().equals(language))
					.findFirst()
					.orElseThrow();
				String builtIn = preview(path, Map.of());
				String own = preview(path,
						Map.of("subject", template.get("subject").asString(), "body", template.get("body").asString()));
				assertThat(own).as(path).isEqualTo(builtIn);
			}
		}
	}

	@Test
	void sendsMailsInOwnWordsUntilTheBuiltInOnesAreBack() throws Exception {
		save("{{title}} 候补", "您好 {{name}}，您排在第 {{place}} 位。\n{{time}}").andExpect(status().isOk())
			.andExpect(jsonPath("$.own").value(true))
			.andExpect(jsonPath("$.savedAt").exists());
		MimeMessage own = waitlisted();
		assertThat(own.getSubject()).isEqualTo("Non-IID 数据集 候补");
		String text = (String) ((MimeMultipart) own.getContent()).getBodyPart(0).getContent();
		assertThat(text).contains("您好 李雷，您排在第 3 位。", "/unsubscribe/");
		perform(delete(WAITLISTED)).andExpect(status().isNoContent());
		assertThat(waitlisted().getSubject()).doesNotEndWith("候补");
	}

	@Test
	void keepsNothingThatCannotBeSaid() throws Exception {
		save("fine", "{{nme}}").andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value("body"))
			.andExpect(jsonPath("$.errors[0].message", containsString("unknown: nme")));
		save("{{#host}}", "fine").andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value("subject"));
		perform(put(WAITLISTED).contentType(MediaType.APPLICATION_JSON).content("{}"))
			.andExpect(status().isUnprocessableContent());
		perform(put(WAITLISTED).contentType(MediaType.APPLICATION_JSON).content("{"))
			.andExpect(status().isBadRequest());
		perform(get("/api/templates")).andExpect(jsonPath("$[?(@.own == true)]", hasSize(0)));
	}

	@Test
	void previewKeepsMarkupOutOfTheMail() throws Exception {
		perform(json(post(WAITLISTED + "/preview"), Map.of("subject", "x", "body", "<script>alert(1)</script>")))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.html", containsString("&lt;script&gt;")))
			.andExpect(jsonPath("$.html", not(containsString("<script>"))))
			.andExpect(jsonPath("$.text", containsString("<script>alert(1)</script>")));
	}

	@Test
	void sendsTestMailAtOnceAndPastTheLedger() throws Exception {
		String address = "operator-" + UUID.randomUUID() + "@example.org";
		perform(json(post(WAITLISTED + "/test").param("to", address),
				Map.of("subject", "Try {{number}}", "body", "Body")))
			.andExpect(status().isOk());
		MimeMessage mail = LocalStack.shared().mail().awaitMessage(address, (one) -> true, World.PATIENCE);
		assertThat(mail.getSubject()).isEqualTo("Try 1");
		assertThat(this.world.jdbc()
			.sql("SELECT count(*) FROM delivery WHERE address = ?")
			.param(address)
			.query(Integer.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "nobody", "a@b@c", "a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org" })
	void sendsTestMailToOneAddressOnly(String to) throws Exception {
		perform(json(post(WAITLISTED + "/test").param("to", to), Map.of())).andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.errors[0].field").value("to"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/templates/none/en", "/api/templates/waitlisted/fr", "/api/templates/waitlisted/xx" })
	void knowsNoOtherMailsAndLanguages(String path) throws Exception {
		perform(json(put(path), Map.of("subject", "x", "body", "x"))).andExpect(status().isNotFound());
		perform(json(post(path + "/preview"), Map.of())).andExpect(status().isNotFound());
		perform(delete(path)).andExpect(status().isNotFound());
	}

	private MimeMessage waitlisted() {
		int number = Fixtures.number();
		UUID member = UUID.randomUUID();
		this.world.tell(new SalonAnnounced(Fixtures.salon(number, this.world.now().plus(Duration.ofDays(3)))), 1);
		this.world.tell(new MemberRegistered(
				Fixtures.registration(number, member, RegistrationStatus.WAITLISTED, this.world.now())), 1);
		return this.world.awaitMail(member, "");
	}

	private String preview(String path, Map<String, String> words) throws Exception {
		return perform(json(post(path + "/preview"), words)).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8)
			// Links are signed anew each time.
			.replaceAll("/(registrations|preferences|unsubscribe|join|subscriptions)/[A-Za-z0-9_-]+", "/$1/…");
	}

	private ResultActions save(String subject, String body) throws Exception {
		return perform(json(put(WAITLISTED), Map.of("subject", subject, "body", body)));
	}

	private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request,
			Map<String, String> fields) {
		return request.contentType(MediaType.APPLICATION_JSON).content(JsonMapper.shared().writeValueAsString(fields));
	}

	private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.header("Authorization",
				"Basic " + HttpHeaders.encodeBasicAuth("operator", "test-operator", StandardCharsets.UTF_8)));
	}

}
