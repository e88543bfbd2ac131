package org.salon.registration.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.salon.access.page.MessageFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Each word that a page needs is there in each language. */
class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)[(}]");

	private static final Pattern BUILT_IN_TEMPLATE = Pattern.compile("(?:#\\{\\$\\{|msg\\()'([A-Za-z][A-Za-z0-9.]*)'");

	private static final Pattern IN_CODE = Pattern
		.compile("\"((?:refused|field|email|name|link|picture|form|problem)\\.(?!com\")[A-Za-z0-9.]+)\"");

	@Test
	void everyLanguageHasEveryMessageWithTheSameArguments() throws IOException {
		Properties english = read(RESOURCES.resolve("messages.properties"));
		List<Path> others = translations();
		assertThat(others).isNotEmpty();
		for (Path other : others) {
			Properties translated = read(other);
			assertThat(new TreeSet<>(translated.stringPropertyNames())).as(other.toString())
				.isEqualTo(new TreeSet<>(english.stringPropertyNames()));
			for (String key : english.stringPropertyNames()) {
				assertThat(translated.getProperty(key)).as(key).isNotBlank();
				assertThat(arguments(translated, key)).as(other + " " + key).isEqualTo(arguments(english, key));
			}
		}
	}

	@Test
	void pagesAndCodeAskForMessagesThatAreThere() throws IOException {
		Set<String> keys = read(RESOURCES.resolve("messages.properties")).stringPropertyNames();
		Set<String> missing = new TreeSet<>();
		for (String text : texts(RESOURCES.resolve("templates"), ".html")) {
			found(IN_TEMPLATE, text).filter((key) -> !keys.contains(key)).forEach(missing::add);
			found(BUILT_IN_TEMPLATE, text).filter((key) -> keys.stream().noneMatch((one) -> one.startsWith(key)))
				.forEach(missing::add);
		}
		for (String text : texts(Path.of("src/main/java"), ".java")) {
			found(IN_CODE, text).filter((key) -> keys.stream().noneMatch((one) -> one.startsWith(key)))
				.forEach(missing::add);
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void languagesAreThoseThatHaveFiles() {
		assertThat(MessageFiles.languages()).containsExactly(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
	}

	@Test
	void bothServicesShareOneDesign() throws IOException {
		Path archives = Path.of("../archive-service/src/main/resources/static/archive/assets/design.css");
		assertThat(RESOURCES.resolve("static/css/design.css")).hasSameBinaryContentAs(archives);
	}

	private static Set<Integer> arguments(Properties messages, String key) {
		MessageFormat format = new MessageFormat(messages.getProperty(key));
		Set<Integer> used = new TreeSet<>();
		Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(format.toPattern());
		while (matcher.find()) {
			used.add(Integer.valueOf(matcher.group(1)));
		}
		return used;
	}

	private static Stream<String> found(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((result) -> result.group(1));
	}

	private static List<Path> translations() throws IOException {
		try (Stream<Path> files = Files.list(RESOURCES)) {
			return files.filter((file) -> file.getFileName().toString().matches("messages_.*\\.properties")).toList();
		}
	}

	private static List<String> texts(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			List<Path> found = files.filter((file) -> file.toString().endsWith(ending)).toList();
			assertThat(found).isNotEmpty();
			return found.stream().map(MessagesTests::text).toList();
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return properties;
	}

}
