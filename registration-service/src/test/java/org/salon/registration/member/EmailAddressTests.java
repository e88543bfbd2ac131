package org.salon.registration.member;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmailAddressTests {

	@ParameterizedTest
	@MethodSource
	void refusesWhatNoMailShouldGoTo(String typed) {
		assertThatExceptionOfType(InvalidEmailAddress.class).isThrownBy(() -> EmailAddress.of(typed));
	}

	static List<String> refusesWhatNoMailShouldGoTo() {
		return List.of("", "nobody", "@", "a@", "@example.org", "a@b@c", "<aaa@bbb.com>ccc@ddd.com",
				"\"a b\"@example.org", "\"a\"@example.org", "a(comment)@example.org", "a@[127.0.0.1]", "a@127.0.0.1",
				"a@localhost", "a".repeat(65) + "@example.org",
				"a@" + "b".repeat(63) + "." + ("c".repeat(63) + ".").repeat(3) + "org", "a..b@example.org",
				".a@example.org", "a.@example.org", "a@example..org", "a@example.org.", "a@.org", "张@example.org",
				"a\r\nBcc: b@example.org", "a%0d%0aBcc:b@example.org", "a%b@example.org",
				"a@example.org\u760D\u760ABcc", "\u760Da@example.org", "=?utf-8?q?a?=@example.org",
				"a@example.org,b@example.org", "a@example.org;b@example.org", "a b@example.org", "a@exa mple.org",
				"a@-example.org", "a@example-.org", "a@exam_ple.org", "a\u0000@example.org", "Name <a@example.org>",
				"a!b@example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@example.org", "a+tag@example.org", "o'brien@example.org", "a.b-c_d@sub.example.org",
			"1@example.org", "a@xn--fsq.com" })
	void takesWhatMailCanGoTo(String typed) {
		assertThat(EmailAddress.of(typed).text()).isEqualTo(typed);
	}

	@Test
	void knowsSamePersonWhateverTheCase() {
		assertThat(EmailAddress.of("Ada@EXAMPLE.org").text()).isEqualTo("Ada@example.org");
		assertThat(EmailAddress.of("Ada@EXAMPLE.org").key()).isEqualTo(EmailAddress.of(" ada@example.ORG ").key());
	}

	@Test
	void writesToForeignDomainAsPunycode() {
		assertThat(EmailAddress.of("a@例子.com").text()).isEqualTo("a@xn--fsqu00a.com");
	}

	@Test
	void showsNobodyInLogs() {
		assertThat(EmailAddress.of("ada@example.org")).hasToString("a***@example.org");
	}

}
