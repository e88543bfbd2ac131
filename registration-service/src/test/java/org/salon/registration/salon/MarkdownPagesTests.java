package org.salon.registration.salon;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownPagesTests {

	private final MarkdownPages pages = new MarkdownPages();

	@ParameterizedTest
	@ValueSource(strings = { "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](data:text/html,x)",
			"[x](vbscript:x)", "<svg onload=alert(1)>", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>",
			"<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "![x](javascript:alert(1))", "<style>*{}</style>" })
	void leavesOutWhatWouldRun(String markdown) {
		assertThat(this.pages.html(markdown)).doesNotContainIgnoringCase("href=\"j")
			.doesNotContainIgnoringCase("href=\"data")
			.doesNotContainIgnoringCase("href=\"v")
			.doesNotContain("<script", "<svg", "<img", "<style", "onerror=");
	}

	@Test
	void makesLinksOfRemotePictures() {
		assertThat(this.pages.html("![QR](https://example.org/q.png)")).contains("href=\"https://example.org/q.png\"",
				">QR</a>");
	}

	@Test
	void fitsHeadingsBelowThePages() {
		assertThat(this.pages.html("# One\n\n###### Six")).contains("<h3>One</h3>", "<h6>Six</h6>");
	}

	@Test
	void survivesTenThousandBrackets() {
		assertThat(this.pages.html("[".repeat(10_000))).isNotEmpty();
	}

}
