package org.salon.invitation;

import java.util.List;
import java.util.Locale;

/**
 * Something that the organiser has to know about an invitation that could be read.
 *
 * @param line in the text as given, counted from 1
 * @param arguments what fills the gaps of the message
 */
public record Warning(int line, WarningCode code, List<String> arguments) {

	public Warning {
		arguments = List.copyOf(arguments);
	}

	/** The warning in Chinese for a Chinese locale, else in English. */
	public String message(Locale locale) {
		return Messages.text(this.code.name(), this.arguments, locale);
	}

}
