package org.salon.notification.sendercheck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.salon.notification.sendercheck.Finding.Grade;
import org.salon.notification.sendercheck.Finding.Subject;

/** Judges which servers a domain lets send for it. */
final class SpfGrade {

	private static final String SUGGESTED = "v=spf1 mx -all";

	private SpfGrade() {
	}

	static Finding of(String domain, List<String> texts) {
		List<String> records = texts.stream()
			.map((text) -> text.strip().toLowerCase(Locale.ROOT))
			.filter((text) -> text.equals("v=spf1") || text.startsWith("v=spf1 "))
			.toList();
		if (records.isEmpty()) {
			return finding(Grade.FAIL, "spf.none", domain).publish(domain, SUGGESTED);
		}
		if (records.size() > 1) {
			return finding(Grade.FAIL, "spf.several", domain);
		}
		List<String> terms = Arrays.asList(records.getFirst().split("\\s+"));
		if (terms.contains("all") || terms.contains("+all")) {
			return finding(Grade.FAIL, "spf.open", domain).publish(domain, SUGGESTED);
		}
		if (terms.contains("-all") || terms.contains("~all")
				|| terms.stream().anyMatch((term) -> term.startsWith("redirect="))) {
			return finding(Grade.OK, "spf.ok", domain);
		}
		return finding(Grade.WARN, "spf.undecided", domain);
	}

	private static Finding finding(Grade grade, String words, String domain) {
		return Finding.of(Subject.SPF, grade, words, domain);
	}

}
