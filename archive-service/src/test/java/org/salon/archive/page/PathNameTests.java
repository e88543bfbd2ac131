package org.salon.archive.page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "论文分享", "TCP/IP", "..", ".", "100%", "%2F", "a~b", "~2F", "C++", "R&D?x=1#y", "a;b=c",
			"back\\slash", "论文 ", " ", " two  spaces ", "\u202Eright to left", "🎓 grads", "a\nb", "\"'<>", "",
			"Node.js", "é", "e\u0301" })
	void comesBackFromThePath(String name) {
		String segment = PathName.of(name);
		assertThat(PathName.read(segment)).hasValue(name);
		assertThat(segment).matches("[\\p{L}\\p{M}\\p{N} _~-]*").doesNotStartWith(" ").doesNotEndWith(" ");
	}

	@ParameterizedTest
	@CsvSource({ "论文分享, 论文分享", "Ada Lovelace, Ada Lovelace", "TCP/IP, TCP~2FIP", "Node.js, Node~2Ejs" })
	void staysReadable(String name, String segment) {
		assertThat(PathName.of(name)).isEqualTo(segment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "~FF", "~E8~AE", "a~C0~80b" })
	void isNoNameIfItsBytesAreNoText(String segment) {
		assertThat(PathName.read(segment)).isEmpty();
	}

}
