package org.salon.invitation;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://momodel.cn", "http://www.momodel.cn:8899/a?b=c&d", "HTTPS://B23.TV/NMI0pu",
			"https://imgbed.momodel.cn/联系人.png", "https://例子.中国/路", "http://8.8.8.8/", "http://[2606:4700::1]/",
			"https://example.org/@user" })
	void letsPublicAddressesThrough(String address) {
		assertThat(WebAddress.refusal(address)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
			"file:///etc/passwd", "ftp://example.org", "//example.org", "/relative", "https://", "https:///path",
			"https://user@example.org", "https://a:b@example.org/", "https://example.org\\@evil.org/",
			"https://exa%6dple.org/", "https://example.org/a b", "https://example.org/a\nb", "java\nscript:alert(1)",
			"https://example.org:99999/", "https://exa_mple<.org/" })
	void refusesWhatIsNoPlainWebAddress(String address) {
		assertThat(WebAddress.refusal(address)).isEqualTo(WarningCode.LINK_REFUSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost/", "http://LOCALHOST.:8080", "http://a.localhost/", "http://127.0.0.1/",
			"http://127.1/", "http://0x7f.1/", "http://2130706433/", "http://017700000001/", "http://10.0.0.1/",
			"http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest", "http://100.64.0.1/",
			"http://0.0.0.0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fd00::1]/", "http://[fe80::1]/",
			"http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://１２７.0.0.1/", "http://127。0。0。1/",
			"http://intranet/", "http://printer.local/", "http://db.internal/" })
	void refusesPrivateNetworksInAnySpelling(String address) {
		assertThat(WebAddress.refusal(address)).isEqualTo(WarningCode.LINK_PRIVATE);
	}

	@Test
	void refusesAddressOfEightKilobytes() {
		assertThat(WebAddress.refusal("https://example.org/" + "a".repeat(8192))).isEqualTo(WarningCode.LINK_TOO_LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[回放](javascript:alert(1))", "[回放](&#106;avascript:alert&#40;1&#41;)",
			"[回放](data:text/html;base64,PHM+)", "<a href='vbscript:x'>回放</a>", "<a href=&#106;avascript:x>回放</a>",
			"[回放](https://u@example.org/)", "![回放](javascript:alert(1))" })
	void keepsTextOfUnsafeLinkWithWarning(String cell) {
		ParsedInvitation invitation = Invitations.parse(Invitations.withLinks(cell));
		assertThat(invitation.archived().getFirst().links()).isEmpty();
		assertThat(invitation.archived().getFirst().notes()).containsExactly("回放");
		assertThat(Invitations.codes(invitation)).contains(WarningCode.LINK_REFUSED);
	}

	@Test
	void leavesUnsafeAddressOutOfJoinLinks() {
		ParsedInvitation invitation = Invitations.parse(Invitations.at("2020年6月7日 19:30-21:30")
				+ "\n## 活动地址\n[进入](http://192.168.0.1/live)\n\n<img src=\"javascript:x\">\n");
		assertThat(invitation.salon()).isNotNull().satisfies((salon) -> assertThat(salon.joinLinks()).isEmpty());
		assertThat(Invitations.codes(invitation)).contains(WarningCode.LINK_PRIVATE, WarningCode.LINK_REFUSED);
	}

	@Test
	void doesNotReviveEscapedLinkInProse() {
		ComingSalon salon = Invitations.salon(Invitations.at("2020年6月7日 19:30-21:30")
				+ "\n## 引言\n[\\[x\\](javascript:1)](javascript:2) 与 [y][ref] <a href=\"javascript:3\">z</a>\n\n## 关于我们\n\n我们\n\n[ref]: https://example.org/y\n");
		assertThat(salon.introduction()).isEqualTo("\\[x\\](javascript:1) 与 [y](<https://example.org/y>) z</a>");
	}

	@Test
	void saysWhyInBothLanguages() {
		Warning warning = new Warning(3, WarningCode.LINK_PRIVATE, java.util.List.of("http://localhost/"));
		assertThat(warning.message(Locale.ENGLISH)).contains("private network: http://localhost/");
		assertThat(warning.message(Locale.forLanguageTag("zh-CN"))).contains("内部网络：http://localhost/");
	}

}
