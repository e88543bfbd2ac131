package org.salon.benchmarks.tables;

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

}
