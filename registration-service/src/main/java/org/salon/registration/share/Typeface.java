package org.salon.registration.share;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A font of this machine that has all letters of a text, so that no box is drawn for one.
 */
final class Typeface {

	private static final Logger logger = LoggerFactory.getLogger(Typeface.class);

	/** What looks well comes first; that of the system's choice comes last. */
	private static final List<String> LIKED = List.of("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
			"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "WenQuanYi Micro Hei", "Noto Sans", "DejaVu Sans",
			Font.SANS_SERIF);

	private static final List<Font> INSTALLED = installed();

	private Typeface() {
	}

	/** None if no font has them all. */
	static Optional<Font> forText(String text) {
		return INSTALLED.stream().filter((font) -> font.canDisplayUpTo(text) < 0).findFirst();
	}

	private static List<Font> installed() {
		try {
			List<String> families = Arrays
				.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
			return Stream.concat(LIKED.stream(), families.stream())
				.filter((family) -> families.contains(family) || family.equals(Font.SANS_SERIF))
				.distinct()
				.map((family) -> new Font(family, Font.PLAIN, 1))
				.toList();
		}
		catch (RuntimeException | LinkageError | InternalError ex) {
			// A machine without fontconfig or without any font has posters without words.
			logger.warn("no font can be used for posters: {}", ex.toString());
			return List.of();
		}
	}

}
