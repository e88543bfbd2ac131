package org.salon.notification.sendercheck;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the check of the sender's domain. */
class SenderWordsTests {

	@Test
	void bothLanguagesSayTheSame() throws Exception {
		Properties english = read("words.properties");
		Properties chinese = read("words_zh_CN.properties");
		assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		english.stringPropertyNames()
			.forEach((key) -> assertThat(arguments(chinese, key)).as(key).isEqualTo(arguments(english, key)));
	}

	@Test
	void noWordIsLostToAQuote() throws Exception {
		Properties english = read("words.properties");
		english.stringPropertyNames().stream().filter((key) -> arguments(english, key) > 0).forEach((key) -> {
			String text = new MessageFormat(english.getProperty(key))
				.format(new Object[] { "first", "second", "third" });
			assertThat(text).as(key).contains("first").doesNotContain("{");
		});
	}

	private static int arguments(Properties words, String key) {
		return new MessageFormat(words.getProperty(key)).getFormatsByArgumentIndex().length;
	}

	private static Properties read(String file) throws IOException {
		Properties words = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(SenderWordsTests.class.getResourceAsStream("/sendercheck/" + file)),
				StandardCharsets.UTF_8)) {
			words.load(reader);
		}
		return words;
	}

}
