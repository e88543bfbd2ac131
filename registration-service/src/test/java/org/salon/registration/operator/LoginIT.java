package org.salon.registration.operator;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationServiceTest
class LoginIT {

	private static final String ANY = "/api/dead-letters";

	private final String address = Site.freshClient();

	@Autowired
	private Site site;

	@Test
	void asksToWaitAfterTenWrongPasswordsInTheReadersLanguage() {
		failByForm(10);
		Site.Browser reader = this.site.browser().from(this.address);
		reader.get("/operator/login");
		Site.Answer english = reader.login(Site.PASSWORD).expect(429);
		assertThat(english.text()).contains("Too many wrong passwords", "name=\"password\"");
		assertThat(Integer.parseInt(english.header("Retry-After"))).isBetween(1, 61);
		assertThat(reader.speaking("zh-CN").login("wrong").expect(429).text()).contains("输错密码的次数过多", "秒后再试");
		reader.get("/operator").expect(302);
	}

	@Test
	void limitsFormAndProgramsTogether() {
		failByForm(5);
		for (int i = 0; i < 5; i++) {
			basic("wrong").expect(401);
		}
		Site.Answer limited = basic(Site.PASSWORD).expect(429);
		assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 61);
		assertThat(limited.json().path("status").asInt(0)).isEqualTo(429);
	}

	@Test
	void letsTheOperatorInFromElsewhereMeanwhile() {
		failByForm(10);
		this.site.operate("GET", ANY, null).expect(200);
		this.site.browser().login().get("/operator").expect(200);
	}

	@Test
	void countsNoRightPassword() {
		for (int i = 0; i < 20; i++) {
			basic(Site.PASSWORD).expect(200);
		}
	}

	private void failByForm(int times) {
		Site.Browser browser = this.site.browser().from(this.address);
		browser.get("/operator/login").expect(200);
		for (int i = 0; i < times; i++) {
			assertThat(browser.login("wrong").expect(302).header("Location")).endsWith("/operator/login?error");
		}
	}

	private Site.Answer basic(String password) {
		return this.site.send(this.site.request(ANY)
			.setHeader("X-Forwarded-For", this.address)
			.header("Authorization", Site.basic(password))
			.GET());
	}

}
