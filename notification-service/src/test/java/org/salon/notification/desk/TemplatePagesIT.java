package org.salon.notification.desk;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salon.localstack.LocalStack;
import org.salon.notification.NotificationTest;
import org.salon.notification.World;
import org.salon.notification.mail.Occasions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The words of mails, as pages. */
@NotificationTest
class TemplatePagesIT {

	private static final String PAGE = "/templates/promoted/en";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	private Desk desk;

	@BeforeEach
	void sitDown() {
		this.desk = new Desk(this.mvc);
	}

	@AfterEach
	void goBack() throws Exception {
		this.desk.send(PAGE + "/remove");
	}

	static List<String> occasions() {
		return Occasions.ALL;
	}

	@Test
	void listsEachMailInEachLanguage() throws Exception {
		this.desk.open("/templates")
			.andExpect(status().isOk())
			.andExpect(content().string(stringContainsInOrder("Confirmation of a place",
					"/operator/mail/templates/confirmation/zh-CN", "/operator/mail/templates/confirmation/en",
					"The replay, to those who came", "/operator/mail/templates/came/en")));
	}

	@Test
	void keepsOwnWordsUntilTheBuiltInOnesAreBack() throws Exception {
		this.desk.open(PAGE).andExpect(content().string(containsString("These are the built-in words")));
		this.desk.send(PAGE, "subject", "Up to {{title}}", "body", "Dear {{name}},\r\nyou moved up.")
			.andExpect(redirectedUrl("/operator/mail/templates/promoted/en?done=saved"));
		this.desk.open(PAGE + "?done=saved")
			.andExpect(content().string(stringContainsInOrder("Saved:", "These are your own words",
					"value=\"Up to {{title}}\"", "Dear {{name}},", "Dear Lin Yi,")));
		this.desk.send(PAGE + "/remove").andExpect(redirectedUrl("/operator/mail/templates/promoted/en?done=removed"));
		this.desk.open(PAGE).andExpect(content().string(not(containsString("Up to"))));
	}

	@Test
	void previewsWhatIsTypedAndKeepsNothing() throws Exception {
		this.desk.send(PAGE + "/preview", "subject", "Up to {{title}}", "body", "<script>alert(1)</script>")
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("<strong lang=\"en\">Up to How to read a paper</strong>"),
					containsString("sandbox=\"\""), containsString("&amp;lt;script&amp;gt;alert(1)"),
					not(containsString("<script>alert(1)")))));
		this.desk.open(PAGE).andExpect(content().string(containsString("These are the built-in words")));
	}

	@ParameterizedTest
	@CsvSource({ "subject, '', Please write something here", "subject, '{{#host}}', Something is not closed",
			"subject, 'a\r\nBcc: b@example.org', A subject has one line", "body, '{{nme}}', Not known: nme",
			"body, '{{>other}}', Another template cannot be included", "body, '{{name', This is not closed" })
	void refusesWhatCannotBeSaidBesideTheFieldAndKeepsWhatWasTyped(String field, String text, String why)
			throws Exception {
		String other = field.equals("subject") ? "body" : "subject";
		for (String path : List.of(PAGE, PAGE + "/preview", PAGE + "/test")) {
			this.desk.send(path, field, text, other, "typed before", "to", "operator@example.org")
				.andExpect(status().isUnprocessableContent())
				.andExpect(content().string(allOf(containsString("typed before"),
						stringContainsInOrder("id=\"" + field + "-error\"", why), containsString("No preview while"))));
		}
		this.desk.open(PAGE).andExpect(content().string(containsString("These are the built-in words")));
	}

	@Test
	void saysInChineseWhatIsWrong() throws Exception {
		this.desk.send(PAGE + "?lang=zh-CN", "subject", "x", "body", "{{nme}}")
			.andExpect(content().string(containsString("没有这些内容：nme")));
	}

	@Test
	void refusesATextThatIsNone() throws Exception {
		this.desk.send(PAGE, "subject", "x\0y", "body", "b")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("characters in it that are no text")));
	}

	@Test
	void sendsATestOfWhatIsTyped() throws Exception {
		String address = "desk-" + UUID.randomUUID() + "@example.org";
		this.desk.send(PAGE + "/test", "subject", "Try {{number}}", "body", "Body", "to", address)
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("has taken the test to " + address),
					containsString("value=\"Try {{number}}\""))));
		MimeMessage mail = LocalStack.shared().mail().awaitMessage(address, (one) -> true, World.PATIENCE);
		assertThat(mail.getSubject()).isEqualTo("Try 1");
		assertThat(this.world.jdbc().sql("SELECT count(*) FROM mail_template").query(Integer.class).single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nobody", "a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org" })
	void sendsATestToOneAddressOnly(String to) throws Exception {
		this.desk.send(PAGE + "/test", "subject", "Try", "body", "Body", "to", to)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(stringContainsInOrder("id=\"to-error\"", "Please give one mail address")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/templates/none/en", "/templates/promoted/fr", "/templates/promoted/xx" })
	void knowsNoOtherMailsAndLanguages(String path) throws Exception {
		this.desk.open(path).andExpect(status().isNotFound());
		for (String action : List.of("", "/preview", "/test", "/remove")) {
			this.desk.send(path + action, "subject", "x", "body", "x").andExpect(status().isNotFound());
		}
	}

	@ParameterizedTest
	@MethodSource("occasions")
	void letsThroughTheStylesOfTheMailAndNoOthers(String occasion) throws Exception {
		MockHttpServletResponse page = this.desk.open("/templates/" + occasion + "/zh-CN").andReturn().getResponse();
		String policy = String.valueOf(page.getHeader("Content-Security-Policy"));
		assertThat(policy).doesNotContain("unsafe-inline").contains("script-src 'self';", "default-src 'none'");
		assertThat(policy.length()).isLessThan(4_000);
		String mail = HtmlUtils.htmlUnescape(Pattern.compile("srcdoc=\"([^\"]*)\"")
			.matcher(page.getContentAsString())
			.results()
			.map((MatchResult found) -> found.group(1))
			.findFirst()
			.orElseThrow());
		assertThat(mail).contains("<style>", "style=\"");
		assertThat(ContentPolicy.showing(mail)).isEqualTo(policy);
	}

}
