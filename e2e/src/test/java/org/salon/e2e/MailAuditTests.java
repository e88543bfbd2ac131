package org.salon.e2e;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Violations that are planted are found: a checker that finds none proves nothing. */
class MailAuditTests {

	private static final Instant START = Instant.parse("2026-06-07T11:30:00Z");

	private static final Instant BEFORE = START.minusSeconds(60);

	private static final String ADDRESS = "ada@example.org";

	private final UUID id = UUID.randomUUID();

	@Test
	void passesWhatWasSentOnce() {
		MailAudit audit = audit(row("SENT", "", 1, false), mail(BEFORE, "a"));
		assertThat(audit.violations()).isEmpty();
		assertThat(audit.people()).isEqualTo(1);
		assertThat(audit.accepted()).isEqualTo(1);
	}

	@Test
	void findsAMailThatWasTakenTwice() {
		assertThat(audit(row("SENT", "", 2, false), mail(BEFORE, "a"), mail(BEFORE, "a")).doubled()).hasSize(1);
	}

	@Test
	void passesTheIdenticalMailAgainAfterAnUnknownOutcomeAndNoMoreOften() {
		Acceptance mail = mail(BEFORE, "a");
		assertThat(audit(row("SENT", "", 2, true), mail, mail).violations()).isEmpty();
		assertThat(audit(row("SENT", "", 2, true), mail, mail).unknown()).isEqualTo(1);
		assertThat(audit(row("SENT", "", 2, true), mail, mail, mail).doubled()).hasSize(1);
	}

	@Test
	void findsARepeatThatIsNotTheIdenticalMail() {
		assertThat(audit(row("SENT", "", 2, true), mail(BEFORE, "a"), mail(BEFORE, "b")).doubled()).hasSize(1);
	}

	@Test
	void findsAMailToSomebodyElse() {
		Acceptance astray = new Acceptance(BEFORE, "first", "<" + this.id + ".delivery@localhost>", "bob@example.org",
				"a");
		assertThat(audit(row("SENT", "", 1, false), astray).doubled()).hasSize(1);
	}

	@Test
	void findsAMailThatIsSentByTheLedgerOnly() {
		assertThat(audit(row("SENT", "", 1, false)).lost()).hasSize(1);
	}

	@Test
	void findsAMailThatLiesInTheLedger() {
		assertThat(audit(row("SENDING", "", 1, false)).lost()).hasSize(1);
		assertThat(audit(row("PLANNED", "", 0, false)).lost()).hasSize(1);
	}

	@Test
	void findsAPersonWithoutAMailInTheLedger() {
		assertThat(MailAudit.of(Set.of(ADDRESS), List.of(), List.of()).lost()).containsExactly(ADDRESS);
	}

	@Test
	void passesWhatTheLedgerSaysWasNotSentAndWhy() {
		assertThat(audit(row("EXPIRED", "its time passed", 0, false)).violations()).isEmpty();
		assertThat(audit(row("EXPIRED", "", 0, false)).lost()).hasSize(1);
	}

	@Test
	void findsAMailThatTheLedgerSaysWasNotSent() {
		assertThat(audit(row("EXPIRED", "its time passed", 1, false), mail(BEFORE, "a")).wrong()).hasSize(1);
		assertThat(audit(row("EXPIRED", "it may have been sent", 1, true), mail(BEFORE, "a")).violations()).isEmpty();
	}

	@Test
	void findsAReminderAtTheStartAndAfterIt() {
		assertThat(audit(row("SENT", "", 1, false), mail(START.minusMillis(1), "a")).violations()).isEmpty();
		assertThat(audit(row("SENT", "", 1, false), mail(START, "a")).late()).hasSize(1);
		assertThat(audit(row("SENT", "", 1, false), mail(START.plusSeconds(1), "a")).late()).hasSize(1);
	}

	@Test
	void findsAMailOfNoMessage() {
		Acceptance stray = new Acceptance(BEFORE, "first", "<x@localhost>", ADDRESS, "a");
		assertThat(audit(row("SENT", "", 1, false), mail(BEFORE, "a"), stray).wrong()).hasSize(1);
		assertThat(MailAudit.strangers(List.of(), List.of(mail(BEFORE, "a")))).containsExactly(this.id);
	}

	@Test
	void readsTheLogAsItWasWritten() {
		Acceptance mail = mail(BEFORE, "a");
		assertThat(Acceptance.of(mail.line().strip())).isEqualTo(mail);
	}

	private MailAudit audit(LedgerRow row, Acceptance... log) {
		return MailAudit.of(Set.of(ADDRESS), List.of(row), List.of(log));
	}

	private LedgerRow row(String state, String reason, int attempts, boolean unknown) {
		return new LedgerRow(this.id, ADDRESS, state, reason, attempts, unknown, START);
	}

	private Acceptance mail(Instant at, String digest) {
		return new Acceptance(at, "first", "<" + this.id + ".delivery@localhost>", ADDRESS, digest);
	}

}
