package org.salon.registration.invitation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the warnings of one reading. */
final class Findings {

	private final Set<Warning> warnings = new LinkedHashSet<>();

	void add(int line, WarningCode code, Object... arguments) {
		this.warnings.add(new Warning(line, code, Arrays.stream(arguments).map(String::valueOf).toList()));
	}

	List<Warning> byLine() {
		return this.warnings.stream().sorted(Comparator.comparingInt(Warning::line)).toList();
	}

}
