package org.salon.archive.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IntroductionHtmlTests {

	@Test
	void rendersMarkdown() {
		assertThat(IntroductionHtml.of("**联邦学习** [Mo](https://momodel.cn)")).contains("<strong>联邦学习</strong>",
				"href=\"https://momodel.cn\"", "noopener");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))",
			"![x](https://example.org/a.png)", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
			"[x](data:text/html,<script>)" })
	void letsNothingThroughThatActs(String markdown) {
		assertThat(IntroductionHtml.of(markdown)).doesNotContain("<script", "<img", "<svg", "href=\"javascript",
				"href=\"data");
	}

	@Test
	void isEmptyWithoutIntroduction() {
		assertThat(IntroductionHtml.of(null)).isEmpty();
	}

}
