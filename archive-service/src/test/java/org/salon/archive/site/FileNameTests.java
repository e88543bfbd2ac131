package org.salon.archive.site;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "论文分享", "44", "vision", "王小明" })
	void keepsLettersOfAnyScript(String text) {
		assertThat(FileName.ofText(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@MethodSource("org.salon.archive.Texts#bad")
	@ValueSource(
			strings = { "..", ".", "con", "LPT1", "a/b", "a\\b", "a:b", "a*?", "trailing.", " ", "C++", "AI & ML" })
	void leavesNothingThatAFileSystemRefuses(String text) {
		assertThat(FileName.ofText(text)).matches("[\\p{L}\\p{M}\\p{N}-]+").doesNotMatch("con|lpt1");
	}

	@Test
	void tellsApartWhatLooksAlike() {
		Set<String> names = Stream
			.of("C", "c", "C++", "C#", "e\u0301", "\u00E9", "a-b", "a b", "x".repeat(50), "x".repeat(51))
			.map(FileName::ofText)
			.collect(Collectors.toSet());
		assertThat(names).hasSize(10);
	}

	@Test
	void staysShortEnough() {
		assertThat(FileName.ofText("论".repeat(500)).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
	}

	@Test
	void leavesOurOwnFilesTheirNames() {
		assertThat(FileName.ofFile("salon-0a1b.css")).isEqualTo("salon-0a1b.css");
	}

}
