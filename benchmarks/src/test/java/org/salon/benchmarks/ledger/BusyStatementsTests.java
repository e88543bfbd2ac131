package org.salon.benchmarks.ledger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BusyStatementsTests {

	@Test
	void showsAStatementOnOneLineAndNoLongerThanItTakes() {
		assertThat(BusyStatements.shortened("\n\tSELECT 1\n\tFROM delivery ")).isEqualTo("SELECT 1 FROM delivery");
		assertThat(BusyStatements.shortened("SELECT ".repeat(100))).hasSize(111).endsWith("…");
	}

}
