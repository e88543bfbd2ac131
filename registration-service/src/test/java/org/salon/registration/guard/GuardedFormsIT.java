package org.salon.registration.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import org.salon.registration.MovableClock;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** The forms of a site that asks for time and puts a challenge. */
@RegistrationServiceTest
@TestPropertySource(properties = { "salon.minimal-fill-time=PT2S", "salon.challenge=arithmetic" })
@DirtiesContext
class GuardedFormsIT {

	private static final Pattern QUESTION = Pattern.compile("How much is ([0-9]+) \\+ ([0-9]+)\\?");

	@Autowired
	private Site site;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Site.Browser browser;

	private int salon;

	@BeforeEach
	void open() {
		this.browser = this.site.browser();
		this.salon = this.site.announced("");
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sign-up", "subscription" })
	void takesFormOnceItTookItsTimeAndChallengeIsMet(String form) {
		String post = form.equals("sign-up") ? "/salons/" + this.salon + "/registrations" : "/subscriptions";
		String email = form + this.salon + "@example.org";
		String name = "Kept by " + form;
		Map<String, String> fields = new HashMap<>(Map.of("name", name, "email", email));
		String shown = this.browser.get(form.equals("sign-up") ? "/salons/" + this.salon : "/subscribe").text();
		answer(fields, shown, 0);
		shown = this.browser.submit(post, fields).expect(422).text();
		assertThat(shown).contains("That was very quick", "value=\"" + name + "\"", "value=\"" + email + "\"");
		this.clock.forward(Duration.ofSeconds(3));
		answer(fields, shown, 1);
		shown = this.browser.submit(post, fields).expect(422).text();
		assertThat(shown).contains("That is not the sum", "challenge-error\"", "value=\"" + name + "\"");
		fields.remove("stamp");
		assertThat(this.browser.speaking("zh-CN").submit(post, fields).expect(422).text()).contains("表单打开的时间过长", "答案不对",
				"value=\"" + name + "\"");
		assertThat(membersCalled(name)).as("nothing is taken so far").isZero();
		answer(fields, shown, 0);
		this.browser.submit(post, fields).expect(302);
		assertThat(membersCalled(name)).isOne();
	}

	@Test
	void frontPageCarriesWhatItsFormNeeds() {
		assertThat(this.browser.get("/").expect(200).text()).contains("name=\"stamp\"", "name=\"challengeProof\"",
				"name=\"challengeAnswer\"");
	}

	private static void answer(Map<String, String> fields, String page, int wrongBy) {
		Matcher question = QUESTION.matcher(page);
		assertThat(question.find()).isTrue();
		int sum = List.of(question.group(1), question.group(2)).stream().mapToInt(Integer::parseInt).sum();
		fields.put("challengeAnswer", Integer.toString(sum + wrongBy));
		fields.put("challengeProof", hidden(page, "challengeProof"));
		fields.put("stamp", hidden(page, "stamp"));
	}

	private static String hidden(String page, String field) {
		Matcher matcher = Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
		assertThat(matcher.find()).as(field).isTrue();
		return matcher.group(1);
	}

	private int membersCalled(String name) {
		return this.jdbc.sql("select count(*) from member where name = ?").param(name).query(Integer.class).single();
	}

}
