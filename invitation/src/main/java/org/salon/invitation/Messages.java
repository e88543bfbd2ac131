package org.salon.invitation;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

final class Messages {

	// Without it an English reader on a Chinese machine would be answered in Chinese.
	private static final ResourceBundle.Control NO_MACHINE_LOCALE = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private Messages() {
	}

	static String text(String code, List<String> arguments, Locale locale) {
		ResourceBundle bundle = ResourceBundle.getBundle("invitations.warnings", locale, NO_MACHINE_LOCALE);
		Locale language = bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
		Object[] shown = arguments.stream().map((argument) -> shown(argument, language)).toArray();
		return new MessageFormat(bundle.getString(code), Locale.ROOT).format(shown);
	}

	/**
	 * A day of the week travels by its name in the enum, and is shown in the reader's
	 * language.
	 */
	private static String shown(String argument, Locale language) {
		return Arrays.stream(DayOfWeek.values())
			.filter((day) -> day.name().equals(argument))
			.map((day) -> day.getDisplayName(TextStyle.FULL, language))
			.findFirst()
			.orElse(argument);
	}

}
