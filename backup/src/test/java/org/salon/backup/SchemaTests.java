package org.salon.backup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SchemaTests {

	private final Map<String, List<String>> tables = new LinkedHashMap<>();

	@Test
	void tablesComeAfterThoseThatTheyReferTo() {
		for (String table : List.of("feedback", "registration", "salon", "member")) {
			this.tables.put(table, List.of("id"));
		}
		assertThat(Schema
			.ordered(this.tables, Map.of("feedback", Set.of("registration"), "registration", Set.of("salon", "member")))
			.keySet()).containsExactly("salon", "member", "registration", "feedback");
	}

	@Test
	void circlesAreRefused() {
		this.tables.put("egg", List.of("id"));
		this.tables.put("hen", List.of("id"));
		assertThatIllegalStateException()
			.isThrownBy(() -> Schema.ordered(this.tables, Map.of("egg", Set.of("hen"), "hen", Set.of("egg"))))
			.withMessageContaining("egg");
	}

}
