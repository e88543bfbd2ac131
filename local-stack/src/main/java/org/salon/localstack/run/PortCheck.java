package org.salon.localstack.run;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Finds taken ports before anything is started that would have to be stopped again. */
final class PortCheck {

	private PortCheck() {
	}

	/** One line for each port that another program listens on. */
	static List<String> taken(Map<String, Integer> ports, IntPredicate free) {
		return ports.entrySet()
			.stream()
			.filter((entry) -> !free.test(entry.getValue()))
			.map((entry) -> "Port " + entry.getValue() + " is in use by another program. Set " + entry.getKey()
					+ " to another one, for example " + entry.getKey() + "=" + (entry.getValue() + 10000) % 65536 + ".")
			.toList();
	}

}
