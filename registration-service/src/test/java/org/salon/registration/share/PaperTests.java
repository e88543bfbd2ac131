package org.salon.registration.share;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaperTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"https://arxiv.org/abs/1910.00189|https://arxiv.org/abs/1910.00189|https://arxiv.org/abs/1910.00189",
			"The Non-IID Quagmire (https://arxiv.org/abs/1910.00189)|The Non-IID Quagmire|https://arxiv.org/abs/1910.00189",
			"论文：https://arxiv.org/abs/1。作者|论文：。作者|https://arxiv.org/abs/1",
			"Curves https://en.wikipedia.org/wiki/Curve_(maths).|Curves .|https://en.wikipedia.org/wiki/Curve_(maths)" })
	void linksAddressInLine(String line, String text, String url) {
		assertThat(Paper.of(line)).isEqualTo(new Paper(text, url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A title", "javascript:alert(1)", "see http://127.0.0.1/x", "http://user@example.org/",
			"ftp://example.org/a.pdf", "https://" })
	void leavesLineWithoutSafeAddressAsItIs(String line) {
		assertThat(Paper.of(line)).isEqualTo(new Paper(line, null));
	}

}
