package org.salon.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

/** What pages and mails say in one language, as their translators wrote it. */
final class Words {

	private final Locale locale;

	private final Properties pages;

	private final Properties mails;

	private final Properties desk;

	Words(String language) {
		this.locale = Locale.forLanguageTag(language);
		String ending = language.equals("en") ? ".properties" : "_" + language.replace('-', '_') + ".properties";
		this.pages = read("../registration-service/src/main/resources/messages" + ending);
		this.mails = read("../notification-service/src/main/resources/mail/words" + ending);
		this.desk = read("../notification-service/src/main/resources/pages/words" + ending);
	}

	/** Of one of the operator's pages of mails. */
	String desk(String key, Object... arguments) {
		return say(this.desk, key, arguments);
	}

	/** Of a page. */
	String page(String key, Object... arguments) {
		return say(this.pages, key, arguments);
	}

	/** Of a mail. */
	String mail(String key, Object... arguments) {
		return say(this.mails, key, arguments);
	}

	/** What a mail says before its first argument. */
	String mailUpTo(String key) {
		String text = this.mails.getProperty(key);
		assertThat(text).as(key).contains("{0}");
		return text.substring(0, text.indexOf("{0}"));
	}

	/** What a page says before its first argument. */
	String pageUpTo(String key) {
		String text = this.pages.getProperty(key);
		assertThat(text).as(key).contains("{");
		return text.substring(0, text.indexOf('{'));
	}

	private String say(Properties words, String key, Object... arguments) {
		String text = words.getProperty(key);
		assertThat(text).as(key).isNotBlank();
		return (arguments.length == 0) ? text : new MessageFormat(text, this.locale).format(arguments);
	}

	private static Properties read(String file) {
		Properties words = new Properties();
		try (Reader in = Files.newBufferedReader(Path.of(file))) {
			words.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return words;
	}

}
