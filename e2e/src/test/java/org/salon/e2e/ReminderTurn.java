package org.salon.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.salon.e2e.FaultyMailServer.Script;

import static org.assertj.core.api.Assertions.assertThat;

/** Some reminders that are due at once, and what came of them. */
final class ReminderTurn {

	private final Senders senders;

	private final String fault;

	private final int from;

	private final List<UUID> due = new ArrayList<>();

	ReminderTurn(Senders senders, String fault, int people) {
		this.senders = senders;
		this.fault = fault;
		this.from = senders.log().size();
		add(people);
	}

	/** Some more. */
	void add(int people) {
		List<UUID> more = this.senders.ledger().makeDue(Senders.SALON, people, this.senders.seed());
		assertThat(more).hasSize(people);
		this.due.addAll(more);
	}

	void awaitAccepted(int many) {
		Awaitility.await("it is amid the work")
			.atMost(Senders.LONG)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> this.senders.log().size() >= this.from + many);
	}

	void awaitClosed() {
		Awaitility.await("all of '" + this.fault + "' is done")
			.atMost(Senders.LONG)
			.ignoreException(IllegalStateException.class)
			.until(() -> this.senders.ledger().rows(this.due).stream().allMatch(LedgerRow::closed));
	}

	MailAudit end(int times) {
		awaitClosed();
		this.senders.server().follow(Script.GOOD);
		List<LedgerRow> rows = this.senders.ledger().rows(this.due);
		Set<String> people = rows.stream().map(LedgerRow::address).collect(Collectors.toSet());
		MailAudit audit = MailAudit.of(people, rows, this.senders.log().since(this.from));
		this.senders.table().add(this.fault, times, audit);
		assertThat(audit.violations()).as(this.fault).isEmpty();
		assertThat(this.senders.people()).containsAll(people);
		return audit;
	}

}
