package org.salon.notification.sendercheck;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.salon.notification.sendercheck.Finding.Grade;
import org.salon.notification.sendercheck.Finding.Subject;

/** Judges what a domain tells others to do with mails that are not its own. */
final class DmarcGrade {

	private static final String SUGGESTED = "v=DMARC1; p=quarantine";

	private DmarcGrade() {
	}

	/** Whether there is something to judge; if not, the domain above answers for it. */
	static boolean isThere(List<String> texts) {
		return !records(texts).isEmpty();
	}

	/**
	 * Judges the records.
	 * @param domain the sender's
	 * @param at the domain where they were found, that or one above it
	 */
	static Finding of(String domain, String at, List<String> texts) {
		List<String> records = records(texts);
		String own = "_dmarc." + domain;
		if (records.isEmpty()) {
			return finding(Grade.FAIL, "dmarc.none", own).publish(own, SUGGESTED);
		}
		String found = "_dmarc." + at;
		if (records.size() > 1) {
			return finding(Grade.FAIL, "dmarc.several", found);
		}
		Map<String, String> tags = DkimGrade.tags(records.getFirst());
		String all = tags.getOrDefault("p", "");
		String policy = at.equals(domain) ? all : tags.getOrDefault("sp", all);
		return switch (policy.toLowerCase(Locale.ROOT)) {
			case "quarantine", "reject" -> finding(Grade.OK, "dmarc.ok", found);
			case "none" -> finding(Grade.WARN, "dmarc.watching", found).publish(found, SUGGESTED);
			default -> finding(Grade.FAIL, "dmarc.unclear", found).publish(found, SUGGESTED);
		};
	}

	private static List<String> records(List<String> texts) {
		return texts.stream()
			.filter((text) -> text.strip().toLowerCase(Locale.ROOT).matches("v\\s*=\\s*dmarc1\\s*(;.*)?"))
			.toList();
	}

	private static Finding finding(Grade grade, String words, String name) {
		return Finding.of(Subject.DMARC, grade, words, name);
	}

}
