package org.salon.notification.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DotStuffedTests {

	@ParameterizedTest
	@MethodSource
	void lineThatBeginsWithADotGetsOneMore(String mail, String wire) {
		assertThat(wire(mail)).isEqualTo(wire);
	}

	static Stream<Arguments> lineThatBeginsWithADotGetsOneMore() {
		return Stream.of(Arguments.of("a\r\nb\r\n", "a\r\nb\r\n.\r\n"), Arguments.of("", ".\r\n"),
				Arguments.of(".", "..\r\n.\r\n"), Arguments.of(".a\r\n", "..a\r\n.\r\n"),
				Arguments.of("a\r\n.\r\n", "a\r\n..\r\n.\r\n"), Arguments.of("a\r\n..b\r\n", "a\r\n...b\r\n.\r\n"),
				Arguments.of("a.\r\n b.c\r\n", "a.\r\n b.c\r\n.\r\n"));
	}

	@ParameterizedTest
	@MethodSource
	void lastLineEndsThoughTheMailLeavesItOpen(String mail, String wire) {
		assertThat(wire(mail)).isEqualTo(wire);
	}

	static Stream<Arguments> lastLineEndsThoughTheMailLeavesItOpen() {
		return Stream.of(Arguments.of("a", "a\r\n.\r\n"), Arguments.of("a\r\nb", "a\r\nb\r\n.\r\n"),
				Arguments.of("a\r\n.", "a\r\n..\r\n.\r\n"));
	}

	/** Where one server sees an end of line and the next does not, mails are forged. */
	@ParameterizedTest
	@MethodSource
	void loneCarriageReturnOrLineFeedNeverGoesOut(String mail, String wire) {
		assertThat(wire(mail)).isEqualTo(wire);
	}

	static Stream<Arguments> loneCarriageReturnOrLineFeedNeverGoesOut() {
		return Stream.of(Arguments.of("a\nb\n", "a\r\nb\r\n.\r\n"), Arguments.of("a\rb", "a\r\nb\r\n.\r\n"),
				Arguments.of("a\n.\nb\r\n", "a\r\n..\r\nb\r\n.\r\n"), Arguments.of("a\r.\rb", "a\r\n..\r\nb\r\n.\r\n"),
				Arguments.of("a\r\n\n.b", "a\r\n\r\n..b\r\n.\r\n"), Arguments.of("a\r", "a\r\n.\r\n"));
	}

	@Test
	void anyTextGoesOutAsTheLibraryWritesIt() throws Exception {
		Random random = new Random(44);
		for (int i = 0; i < 5000; i++) {
			StringBuilder mail = new StringBuilder();
			random.ints(random.nextInt(12), 0, 5).forEach((each) -> mail.append("a.\r\né".charAt(each)));
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			SMTPOutputStream library = new SMTPOutputStream(out);
			library.write(mail.toString().getBytes(StandardCharsets.ISO_8859_1));
			library.ensureAtBOL();
			assertThat(wire(mail.toString())).isEqualTo(out.toString(StandardCharsets.ISO_8859_1) + ".\r\n");
		}
	}

	private static String wire(String mail) {
		return new String(DotStuffed.of(mail.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
	}

}
