package org.salon.notification.mail.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncodedTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "word", "a = b", "ends with a space \nand a tab\t\n", ".\n..\nFrom me\n", "\n\n\n",
			"钉钉扫码，加入直播群！",
			"<p style=\"margin:0; padding:0; background:#f3f5f7; -webkit-text-size-adjust:100%; font-size:16px;\">é·</p>",
			"a name in an English mail: 李雷\n", "no end ", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀" })
	void readsAsItWasWrittenInLinesThatAnyServerTakes(String text) throws Exception {
		assertReadable(text);
		assertReadable(text.repeat(7));
		assertReadable("x".repeat(75) + text);
		assertReadable("x".repeat(76) + text);
		assertReadable(text + "=".repeat(200));
	}

	@Test
	void leavesEnglishReadableAndWritesChineseShortly() {
		assertThat(EncodedText.encodingOf("Dear 雷, the salon is tomorrow at half past seven in the evening"))
			.isEqualTo("quoted-printable");
		assertThat(EncodedText.encodingOf("明天晚上七点半")).isEqualTo("base64");
	}

	private static void assertReadable(String text) throws IOException, MessagingException {
		String encoding = EncodedText.encodingOf(text);
		String wire = encoding.equals(EncodedText.BASE64)
				? new String(EncodedText.base64(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.US_ASCII)
				: EncodedText.quotedPrintable(text);
		assertThat(wire.split("\r\n", -1)).allMatch((line) -> line.length() <= 76)
			.noneMatch((line) -> line.endsWith(" ") || line.endsWith("\t"));
		assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
		assertThat(wire.chars()).allMatch((character) -> character < 128);
		byte[] read = MimeUtility.decode(new ByteArrayInputStream(wire.getBytes(StandardCharsets.US_ASCII)), encoding)
			.readAllBytes();
		assertThat(new String(read, StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(text);
	}

}
