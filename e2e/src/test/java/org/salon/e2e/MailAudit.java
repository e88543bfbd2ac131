package org.salon.e2e;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares what a mail server took with the ledger: each message is taken once, again
 * only where that was not known and then as the identical one; each is sent, or the
 * ledger says why not; and none at or after the start.
 *
 * @param people to whom something was due
 * @param accepted how often the server took a mail, repeats included
 * @param lost who got nothing, and the ledger does not say why
 * @param doubled messages that were taken again though nothing was unknown, or differ
 * @param unknown of how many rows it was not known for a while whether they were sent
 * @param late messages that were taken at or after the start
 * @param wrong what was taken, and is not sent by the ledger
 */
record MailAudit(int people, int accepted, List<String> lost, List<String> doubled, int unknown, List<String> late,
		List<String> wrong) {

	/**
	 * Of what was due.
	 * @param people to each of whom a message was due
	 */
	static MailAudit of(Set<String> people, Collection<LedgerRow> due, Collection<Acceptance> log) {
		Map<UUID, List<Acceptance>> taken = log.stream()
			.filter((acceptance) -> acceptance.delivery().isPresent())
			.collect(Collectors.groupingBy((acceptance) -> acceptance.delivery().orElseThrow()));
		List<String> lost = new ArrayList<>();
		List<String> doubled = new ArrayList<>();
		List<String> late = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		int accepted = 0;
		for (LedgerRow row : due) {
			List<Acceptance> own = taken.getOrDefault(row.id(), List.of());
			accepted += own.size();
			if (own.isEmpty() && !row.explained()) {
				lost.add(row.toString());
			}
			if (!own.isEmpty() && !row.state().equals("SENT") && !row.unknown()) {
				wrong.add(row.toString());
			}
			if (isDoubled(row, own)) {
				doubled.add(row + " " + own);
			}
			own.stream()
				.filter((mail) -> !mail.at().isBefore(row.startsAt()))
				.map(Acceptance::toString)
				.forEach(late::add);
		}
		Set<String> known = due.stream().map(LedgerRow::address).collect(Collectors.toSet());
		people.stream().filter((person) -> !known.contains(person)).forEach(lost::add);
		log.stream().filter((mail) -> mail.delivery().isEmpty()).map(Acceptance::toString).forEach(wrong::add);
		int unknown = (int) due.stream().filter(LedgerRow::unknown).count();
		return new MailAudit(people.size(), accepted, lost, doubled, unknown, late, wrong);
	}

	/** A repeat is allowed for each attempt of which nobody knows what came of it. */
	private static boolean isDoubled(LedgerRow row, List<Acceptance> own) {
		boolean identical = own.stream().map(Acceptance::digest).distinct().count() <= 1
				&& own.stream().allMatch((mail) -> mail.recipient().equals(row.address()));
		int allowed = row.unknown() ? Math.max(1, row.attempts()) : 1;
		return own.size() > allowed || !identical;
	}

	/** All that breaks a promise. */
	List<String> violations() {
		List<String> all = new ArrayList<>();
		Map.of("lost", this.lost, "doubled", this.doubled, "late", this.late, "not as the ledger says", this.wrong)
			.forEach((name, list) -> list.forEach((each) -> all.add(name + ": " + each)));
		return all;
	}

	/** The messages to which a mail of the log belongs and that are none of these. */
	static Set<UUID> strangers(Collection<LedgerRow> rows, Collection<Acceptance> log) {
		Set<UUID> ids = new HashSet<>();
		log.forEach((mail) -> mail.delivery().ifPresent(ids::add));
		rows.forEach((row) -> ids.remove(row.id()));
		return ids;
	}

}
