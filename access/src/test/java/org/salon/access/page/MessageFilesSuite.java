package org.salon.access.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each word that is needed is there in each language: to be extended once per service.
 */
public abstract class MessageFilesSuite {

	private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)[(}]");

	private static final Pattern BUILT_IN_TEMPLATE = Pattern.compile("(?:#\\{\\$\\{|msg\\()'([A-Za-z][A-Za-z0-9.]*)'");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

	private final String name;

	private final Path templates;

	/**
	 * Of one set of files.
	 * @param name of the files on the class path, without language and ending
	 * @param templates folder, within the resources, of those who say these words
	 */
	protected MessageFilesSuite(String name, String templates) {
		this.name = name;
		this.templates = Path.of("src/main/resources", templates);
	}

	@Test
	void languagesAreThoseThatHaveFiles() {
		assertThat(MessageFiles.languages(this.name)).containsExactly(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
	}

	@Test
	void everyLanguageHasEveryMessageWithTheSameArguments() {
		Properties english = read("");
		for (Locale language : MessageFiles.languages(this.name)) {
			Properties translated = language.equals(Locale.ENGLISH) ? english : read("_" + language);
			assertThat(new TreeSet<>(translated.stringPropertyNames())).as(language.toString())
				.isEqualTo(new TreeSet<>(english.stringPropertyNames()));
			for (String key : english.stringPropertyNames()) {
				assertThat(translated.getProperty(key)).as(key).isNotBlank();
				assertThat(arguments(translated, key)).as(language + " " + key).isEqualTo(arguments(english, key));
			}
		}
	}

	/** The later one would be said in the place of the earlier. */
	@Test
	void noMessageIsThereTwice() {
		for (Path file : List.of(file(""), file("_zh_CN"))) {
			Set<String> seen = new TreeSet<>();
			assertThat(text(file).lines()
				.filter((line) -> !line.startsWith("#") && line.contains("="))
				.map((line) -> line.substring(0, line.indexOf('=')).strip())
				.filter((key) -> !seen.add(key))).as(file.toString()).isEmpty();
		}
	}

	@Test
	void templatesSayMessagesThatAreThere() {
		Set<String> missing = new TreeSet<>();
		for (String template : texts(this.templates, ".*\\.(html|txt)")) {
			found(IN_TEMPLATE, template).filter((key) -> !keys().contains(key)).forEach(missing::add);
			found(BUILT_IN_TEMPLATE, template).filter((start) -> !isStart(start)).forEach(missing::add);
		}
		assertThat(missing).isEmpty();
	}

	/** Whether there is a message whose key is that or starts so. */
	protected final boolean isStart(String key) {
		return keys().stream().anyMatch((one) -> one.startsWith(key));
	}

	/** The keys that there are. */
	protected final Set<String> keys() {
		return read("").stringPropertyNames();
	}

	/** What the first group of a pattern matches in a text. */
	protected static Stream<String> found(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((result) -> result.group(1));
	}

	/** The text of each file below a folder, of which there is one at least. */
	protected static List<String> texts(Path folder, String named) {
		try (Stream<Path> files = Files.walk(folder)) {
			List<String> texts = files.filter((file) -> file.getFileName().toString().matches(named))
				.map(MessageFilesSuite::text)
				.toList();
			assertThat(texts).isNotEmpty();
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String suffix) {
		return Path.of("src/main/resources", this.name + suffix + ".properties");
	}

	private static Set<String> arguments(Properties messages, String key) {
		Set<String> used = new TreeSet<>();
		Matcher matcher = ARGUMENT.matcher(messages.getProperty(key));
		while (matcher.find()) {
			used.add(matcher.group(1));
		}
		return used;
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Properties read(String suffix) {
		String file = "/" + this.name + suffix + ".properties";
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(getClass().getResourceAsStream(file), file + " is missing"),
				StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
