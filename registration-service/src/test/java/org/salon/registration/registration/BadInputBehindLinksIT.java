package org.salon.registration.registration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.salon.events.link.LinkPurpose;
import org.salon.registration.RegistrationServiceTest;
import org.salon.registration.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What nobody should send to the pages behind the links in mails. */
@RegistrationServiceTest
class BadInputBehindLinksIT {

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private Site.Browser browser;

	private UUID member;

	private String place;

	private String preferences;

	private String unsubscribe;

	@BeforeEach
	void signUp() {
		int salon = this.site.announced("");
		this.site.signUp(salon, "Holder", "holder" + salon + "@example.org").expect(201);
		UUID registration = this.jdbc.sql("select id from registration where salon_number = ?")
			.param(salon)
			.query(UUID.class)
			.single();
		this.member = this.jdbc.sql("select member_id from registration where id = ?")
			.param(registration)
			.query(UUID.class)
			.single();
		this.place = "/registrations/" + Tokens.registration(registration);
		this.preferences = "/preferences/" + Tokens.sign(LinkPurpose.PREFERENCES, this.member, 30);
		this.unsubscribe = "/unsubscribe/" + Tokens.sign(LinkPurpose.UNSUBSCRIBE, this.member, 30);
		this.browser = this.site.browser();
		this.browser.get(this.place).expect(200);
	}

	static Stream<Arguments> refused() {
		return Stream.of(arguments("name", ""), arguments("name", "\u200B"), arguments("name", "a\u0000b"),
				arguments("name", "a\r\nBcc: b@example.org"), arguments("name", "x".repeat(101)),
				arguments("name", "e" + "\u0301".repeat(400)), arguments("name", "see www.spam.example"),
				arguments("name", "evil\u3002com"), arguments("affiliation", "x".repeat(201)),
				arguments("affiliation", "a\nb"), arguments("note", "a\u0000b"), arguments("note", "x".repeat(1_001)),
				arguments("zone", "Mars/Olympus"), arguments("zone", "+08:00"), arguments("zone", "../../etc/passwd"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void detailsNameTheFieldAndChangeNothing(String field, String typed) {
		String before = stored();
		Map<String, String> fields = new TreeMap<>(Map.of("name", "Kept", "note", "kept too", "locale", "en"));
		fields.put(field, typed);
		assertThat(this.browser.submit(this.place + "/details", fields).expect(422).text())
			.contains("id=\"" + field + "-error\"");
		assertThat(stored()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "affiliation", "note", "locale", "zone" })
	void detailsRefuseFieldsThatComeTwice(String field) {
		String before = stored();
		raw(this.place + "/details", "name=A&affiliation=x&note=x&locale=en&zone=UTC&" + field + "=other").expect(422);
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void detailsKeepHtmlAsTextAndIgnoreWhatWasNotAsked() {
		this.browser
			.submit(this.place + "/details", Map.of("name", "<b>A</b> ${7*7}", "note", "[[${7*7}]]", "email",
					"other@example.org", "status", "ATTENDED", "locale", "xx-<script>", "role", "admin"))
			.expect(302);
		assertThat(this.browser.get(this.place).expect(200).text())
			.contains("&lt;b&gt;A&lt;/b&gt; ${7*7}", "[[${7*7}]]")
			.doesNotContain("<b>A", "xx-");
		assertThat(stored()).contains("holder", "REGISTERED").doesNotContain("other@example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "announcements=maybe", "reminders=%00", "zone=nowhere", "zone=UTC&zone=UTC",
			"announcements=true&announcements=false", "locale=en&locale=zh-CN", "zone=%ED%A0%80" })
	void preferencesRefuseWhatIsNoChoice(String form) {
		String before = stored();
		assertThat(raw(this.preferences, form).status()).isIn(400, 422);
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void nothingLargerThanAFormIsRead() {
		String before = stored();
		String large = "x=" + "y".repeat(1_000_000);
		for (String path : new String[] { this.place + "/details", this.place + "/feedback", this.place + "/confirm",
				this.preferences, this.unsubscribe, this.unsubscribe + "/undo" }) {
			assertThat(raw(path, large).status()).as(path).isEqualTo(413);
		}
		assertThat(stored()).isEqualTo(before);
	}

	@Test
	void undoRestoresNothingThatTheFormSays() {
		String before = stored();
		this.browser.get(this.unsubscribe);
		raw(this.unsubscribe + "/undo", "announcements=true&before=x").expect(302);
		assertThat(stored()).isEqualTo(before);
	}

	/** With the token of a form, however the fields are written. */
	private Site.Answer raw(String path, String form) {
		String page = this.browser.get(this.place).text();
		String token = page.replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
		return this.browser.submitRaw(path, form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
	}

	private String stored() {
		return this.jdbc
			.sql("""
					select concat(member, registration, (select count(*) from messaging.outbox where record_key = member.id::text))
					from member join registration on registration.member_id = member.id where member.id = ?""")
			.param(this.member)
			.query(String.class)
			.single();
	}

}
