package org.salon.archive.salon;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://momodel.cn/live/5d3?a=1&b=2#c", "HTTP://Example.org",
			"http://www.momodel.cn:8899/classroom/class?id=5c", "https://imgbed.example.org/联系人.png",
			"https://example.org/a_(b)" })
	void takesAddressesOfTheWeb(String url) {
		assertThat(WebAddress.of(url)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
			"data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//example.org", "https:example.org",
			"https://", "https://user:secret@example.org/", "https://good.example.org\\@bad.example.org",
			"https://exa mple.org", "https://example.org/\n", " https://example.org", "https://example.org/\u202Egnp",
			"" })
	void refusesWhatMustNotBecomeALink(String url) {
		assertThat(WebAddress.of(url)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "https://v.douyu.com/show/1, douyu", "https://momodel.cn/live/1, mo",
			"http://www.momodel.cn:8899/x, mo", "https://b23.tv/NMI0pu, bilibili",
			"https://www.bilibili.com/video/1, bilibili", "https://github.com/a/b, github" })
	void knowsPlatformByItsDomain(String url, String code) {
		assertThat(WebAddress.of(url).orElseThrow().platform().code()).isEqualTo(code);
	}

	@Test
	void namesUnknownPlatformByItsHost() {
		Platform platform = WebAddress.of("https://notgithub.com/x").orElseThrow().platform();
		assertThat(platform.code()).isNull();
		assertThat(platform.host()).isEqualTo("notgithub.com");
	}

}
