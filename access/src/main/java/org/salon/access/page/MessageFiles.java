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
 * The languages that there are messages in: English in {@code messages.properties}, and
 * each that has a {@code messages_<language>.properties} beside it. One more file is one
 * more language.
 */
public final class MessageFiles {

	private static final String PREFIX = "messages_";

	private static final String SUFFIX = ".properties";

	private MessageFiles() {
	}

	/** The translated ones first, English last. */
	public static List<Locale> languages() {
		try {
			Resource[] files = new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + PREFIX + "*" + SUFFIX);
			Stream<Locale> translated = Arrays.stream(files).map(MessageFiles::language).distinct();
			return Stream
				.concat(translated.sorted((one, other) -> other.toLanguageTag().compareTo(one.toLanguageTag())),
						Stream.of(Locale.ENGLISH))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Locale language(Resource file) {
		String name = Objects.requireNonNull(file.getFilename());
		String tag = name.substring(PREFIX.length(), name.length() - SUFFIX.length()).replace('_', '-');
		return Locale.forLanguageTag(tag);
	}

}
