package org.salon.benchmarks.ledger;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CopiesTests {

	@Test
	void takesFromThePatternWhatNobodyNames() {
		assertThat(Copies.insert("member", List.of("id", "name", "zone"), Map.of("id", "gen_random_uuid()"),
				"generate_series(1, 3) n, (SELECT * FROM member) p"))
			.isEqualTo("INSERT INTO member (id, name, zone) SELECT gen_random_uuid(), p.name, p.zone "
					+ "FROM generate_series(1, 3) n, (SELECT * FROM member) p");
	}

	@Test
	void showsAStatementOnOneLineAndNoLongerThanItTakes() {
		assertThat(BusyStatements.shortened("\n\tSELECT 1\n\tFROM delivery ")).isEqualTo("SELECT 1 FROM delivery");
		assertThat(BusyStatements.shortened("SELECT ".repeat(100))).hasSize(111).endsWith("…");
	}

}
