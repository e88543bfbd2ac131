package org.salon.notification.mail;

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
		assertThat(EncodedText.of("Dear 雷, the salon is tomorrow at half past seven in the evening").encoding())
			.isEqualTo("quoted-printable");
		assertThat(EncodedText.of("明天晚上七点半").encoding()).isEqualTo("base64");
	}

	private static void assertReadable(String text) throws IOException, MessagingException {
		EncodedText encoded = EncodedText.of(text);
		String wire = new String(encoded.bytes(), StandardCharsets.US_ASCII);
		assertThat(wire.split("\r\n", -1)).allMatch((line) -> line.length() <= 76)
			.noneMatch((line) -> line.endsWith(" ") || line.endsWith("\t"));
		assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
		assertThat(encoded.bytes()).doesNotContain((byte) -1);
		byte[] read = MimeUtility.decode(new ByteArrayInputStream(encoded.bytes()), encoded.encoding()).readAllBytes();
		assertThat(new String(read, StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(text);
	}

}
