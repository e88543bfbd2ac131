package org.salon.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each fault came to, for whoever reads the output of the tests. */
final class FaultTable {

	private static final String LINE = "%-44s %6s %6s %9s %5s %8s %8s %5s%n";

	private final List<String> lines = new ArrayList<>();

	private final long seed;

	FaultTable(long seed) {
		this.seed = seed;
	}

	void add(String fault, int times, MailAudit audit) {
		this.lines.add(String.format(Locale.ROOT, LINE, fault, times, audit.people(), audit.accepted(),
				audit.lost().size(), audit.doubled().size(), audit.unknown(), audit.late().size()));
	}

	@Override
	public String toString() {
		return "Faults of the sender, with -Dsalon.faults.seed=" + this.seed + "\n" + String.format(Locale.ROOT, LINE,
				"fault", "times", "due", "accepted", "lost", "doubled", "unknown", "late")
				+ String.join("", this.lines);
	}

}
