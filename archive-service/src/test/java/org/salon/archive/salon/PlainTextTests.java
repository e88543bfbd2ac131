package org.salon.archive.salon;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@Test
	void replacesWhatCannotBeStored() {
		assertThat(PlainText.storable("a\0b\u0007c\uD800d\uFFFFe")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
	}

	@Test
	void keepsEverythingElse() {
		String text = "沙龙 👩‍🔬 e\u0301\t\r\n<script>";
		assertThat(PlainText.storable(text)).isEqualTo(text);
	}

	@Test
	void comparesRegardlessOfWidthCaseAndSpaces() {
		assertThat(PlainText.comparable(" ＭＡＭＬ　与 \n Domain  ")).isEqualTo("maml 与 domain");
	}

}
