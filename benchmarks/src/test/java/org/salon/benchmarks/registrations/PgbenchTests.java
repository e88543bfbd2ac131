package org.salon.benchmarks.registrations;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PgbenchTests {

	@Test
	void runsTheInsertsInOneTransactionAndHandsOnWhatTheyReturn() {
		assertThat(Pgbench
			.script(List.of("insert into a values (1) returning id as member", "insert into b values (:member)")))
			.isEqualTo("""
					begin;
					insert into a values (1) returning id as member \\gset
					insert into b values (:member);
					commit;
					""");
	}

	@Test
	void asksForNoRowsOfAnInsertThatReturnsSomethingToAnotherOnly() {
		assertThat(Pgbench
			.script(List.of("with e as (insert into a values (1) returning id) insert into b select id from e")))
			.doesNotContain("gset");
	}

	@Test
	void readsTheRateWithoutTheTimeOfConnecting() {
		assertThat(Pgbench.rate("""
				number of failed transactions: 0 (0.000%)
				latency average = 9.5 ms
				initial connection time = 41.2 ms
				tps = 1683.254321 (without initial connection time)
				""")).isEqualTo(1683.254321);
	}

	@Test
	void refusesARunInWhichClientsGaveUp() {
		assertThatIllegalStateException().isThrownBy(() -> Pgbench.rate("""
				pgbench: error: client 3 script 0 aborted in command 1 query 0: ERROR
				tps = 12.5 (without initial connection time)
				"""));
		assertThatIllegalStateException().isThrownBy(() -> Pgbench.rate("connection refused"));
	}

}
