package org.salon.invitation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the warnings of one reading. */
final class Findings {

	private static final int LONGEST_QUOTE = 200;

	private final Set<Warning> warnings = new LinkedHashSet<>();

	void add(int line, WarningCode code, Object... arguments) {
		this.warnings.add(new Warning(line, code, Arrays.stream(arguments).map(Findings::shown).toList()));
	}

	/** A warning quotes enough to find the place, not a line of a megabyte. */
	private static String shown(Object argument) {
		String text = String.valueOf(argument);
		return (text.length() > LONGEST_QUOTE) ? text.substring(0, LONGEST_QUOTE) + "…" : text;
	}

	List<Warning> byLine() {
		return this.warnings.stream().sorted(Comparator.comparingInt(Warning::line)).toList();
	}

}
