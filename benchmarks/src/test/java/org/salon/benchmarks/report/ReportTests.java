package org.salon.benchmarks.report;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final Figure RATE = new Figure("registrations", "/s", List.of(410.26, 400.0, 55.51));

	private static final Figure LIMIT = new Figure("inserts", "/s", List.of(1600.0));

	private static final Report REPORT = new Report(Instant.parse("2026-06-07T11:30:00.123Z"), "abc123-dirty",
			"benchmarks/run --rounds 3", new Machine("Some CPU", 2, 15.6, "Linux 6.1 amd64", "25.0.1 (Vendor)", 0.25),
			List.of(new Section("Durable registrations", List.of(RATE, LIMIT), List.of(new Ratio(RATE, LIMIT)),
					List.of("Busy cores: postgres 0.50."))));

	@Test
	void tellsPeopleEverythingInMarkdown() {
		assertThat(MarkdownReport.of(REPORT)).isEqualTo("""
				# Benchmarks

				Commit abc123-dirty, 2026-06-07T11:30:00Z, `benchmarks/run --rounds 3`.

				Some CPU, 2 cores, 15.6 GiB; Linux 6.1 amd64; JDK 25.0.1 (Vendor); load average before the start 0.3.

				## Durable registrations

				| figure | median | lowest | highest | rounds |
				|---|--:|--:|--:|---|
				| registrations | **400** /s | 55.5 | 410 | 410 400 55.5 |
				| inserts | **1600** /s | 1600 | 1600 | 1600 |

				| ratio of medians | |
				|---|--:|
				| registrations : inserts | **0.25** |

				- Busy cores: postgres 0.50.
				""");
	}

	@Test
	void leavesOutWhatASectionDoesNotHave() {
		Section bare = new Section("Bare", List.of(RATE), List.of(), List.of());
		String text = MarkdownReport.of(new Report(REPORT.startedAt(), "c", "s", REPORT.machine(), List.of(bare)));
		assertThat(text).doesNotContain("ratio of medians").endsWith("55.5 |\n");
	}

	@Test
	void tellsProgramsMediansAndRatiosInJson() {
		JsonNode root = JsonMapper.shared().readTree(JsonReport.of(REPORT));
		assertThat(root.get("commit").asString()).isEqualTo("abc123-dirty");
		assertThat(root.get("machine").get("cores").asInt()).isEqualTo(2);
		JsonNode section = root.get("sections").get(0);
		assertThat(section.get("figures").get(0).get("median").asDouble()).isEqualTo(400);
		assertThat(section.get("figures").get(0).get("rounds")).hasSize(3);
		assertThat(section.get("ratios").get(0).get("value").asDouble()).isEqualTo(0.25);
		assertThat(section.get("notes").get(0).asString()).isEqualTo("Busy cores: postgres 0.50.");
	}

}
