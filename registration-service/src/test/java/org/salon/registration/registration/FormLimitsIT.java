package org.salon.registration.registration;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has to wait is told so in their language, and types nothing twice. */
@RegistrationServiceTest
class FormLimitsIT {

	@Autowired
	private Site site;

	private Site.Browser browser;

	private int salon;

	@BeforeEach
	void open() {
		this.browser = this.site.browser().speaking("zh-CN");
		this.salon = this.site.announced("");
		this.browser.get("/salons/" + this.salon).expect(200);
	}

	@Test
	void limitsMailboxByFormAndKeepsWhatWasTyped() {
		String email = "mailbox" + this.salon + "@example.org";
		Map<String, String> fields = Map.of("name", "张三", "email", email, "affiliation", "浙大", "note", "你好 <b>");
		for (int i = 0; i < 5; i++) {
			submit(fields).expect(302);
		}
		Site.Answer sixth = submit(fields);
		assertThat(sixth.expect(429).text()).contains("role=\"alert\">请等待 60 分钟后再试。<", "value=\"张三\"",
				"value=\"" + email + "\"", "value=\"浙大\"", "你好 &lt;b&gt;");
		assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(3_000, 3_600);
		assertThat(submit(this.browser.speaking("en"), fields).expect(429).text()).contains("Please wait 60 minute");
		Site.Answer json = this.site.signUp(this.salon, "张三", email.toUpperCase(), "Accept-Language", "zh-CN");
		assertThat(json.expect(429).json().path("detail").asString("")).as("the form and the call count together")
			.isEqualTo("请等待 60 分钟后再试。");
		assertThat(json.json().path("title").asString("")).isNotEmpty();
	}

	@Test
	void limitsClientByFormWhateverIsSent() {
		this.browser.from(Site.freshClient());
		for (int i = 0; i < 30; i++) {
			submit(Map.of("name", "", "email", "")).expect(422);
		}
		assertThat(submit(Map.of("name", "李四", "email", "x@example.org")).expect(429).text()).contains("请等待 1 分钟后再试。",
				"value=\"李四\"");
		assertThat(this.site.attendees(this.salon).path("total").asInt(-1)).isZero();
	}

	@Test
	void limitsSubscriptionsByMailboxAndClientAndKeepsWhatWasTyped() {
		String email = "subscriber" + this.salon + "@example.org";
		Map<String, String> fields = Map.of("name", "王五", "email", email);
		for (int i = 0; i < 5; i++) {
			this.browser.submit("/subscriptions", fields).expect(302);
		}
		Site.Answer sixth = this.browser.submit("/subscriptions", fields);
		assertThat(sixth.expect(429).text()).contains("role=\"alert\">请等待 60 分钟后再试。<", "value=\"王五\"",
				"value=\"" + email + "\"");
		assertThat(sixth.header("Retry-After")).isNotEmpty();
		String body = "{\"email\": \"" + email + "\"}";
		this.site.post("/api/subscriptions", body).expect(429);
		this.browser.from(Site.freshClient());
		for (int i = 0; i < 30; i++) {
			this.browser.submit("/subscriptions", Map.of("email", "")).expect(422);
		}
		assertThat(this.browser.submit("/subscriptions", Map.of("email", "kept@example.org")).expect(429).text())
			.contains("请等待 1 分钟后再试。", "value=\"kept@example.org\"");
	}

	@Test
	void pointsOutSlipInSubscriptionUntilPersonSaysThatItIsRight() {
		String slip = "ada" + this.salon + "@gamil.com";
		assertThat(this.browser.submit("/subscriptions", Map.of("email", slip)).expect(422).text())
			.contains("您要填的是 ada" + this.salon + "@gmail.com 吗", "name=\"emailIsRight\" value=\"" + slip + "\"");
		this.browser.submit("/subscriptions", Map.of("email", slip, "emailIsRight", slip)).expect(302);
	}

	private Site.Answer submit(Map<String, String> fields) {
		return submit(this.browser, fields);
	}

	private Site.Answer submit(Site.Browser browser, Map<String, String> fields) {
		return browser.submit("/salons/" + this.salon + "/registrations", fields);
	}

}
