package org.salon.access.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The languages that there are messages in: English in {@code <name>.properties}, and
 * each that has a {@code <name>_<language>.properties} beside it. One more file is one
 * more language.
 */
public final class MessageFiles {

	private static final String SUFFIX = ".properties";

	private MessageFiles() {
	}

	/**
	 * The translated ones first, English last.
	 * @param name of the files on the class path, without language and ending
	 */
	public static List<Locale> languages(String name) {
		try {
			Resource[] files = new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + name + "_*" + SUFFIX);
			Stream<Locale> translated = Arrays.stream(files).map((file) -> language(file, name)).distinct();
			return Stream
				.concat(translated.sorted((one, other) -> other.toLanguageTag().compareTo(one.toLanguageTag())),
						Stream.of(Locale.ENGLISH))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Locale language(Resource file, String name) {
		String filename = Objects.requireNonNull(file.getFilename());
		int prefix = name.length() - name.lastIndexOf('/');
		return Locale.forLanguageTag(filename.substring(prefix, filename.length() - SUFFIX.length()).replace('_', '-'));
	}

}
