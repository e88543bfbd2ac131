package org.salon.archive.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salon.archive.export.Samples.salon;

class ArchiveDocumentTests {

	@Test
	void isTheSameWheneverItIsWritten() {
		String first = write(Instant.parse("2026-01-01T00:00:00Z"));
		assertThat(write(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(first);
		assertThat(first).contains("\"format\":\"salon-archive/1\"");
	}

	private static String write(Instant now) {
		return JsonMapper.shared()
			.writeValueAsString(ArchiveDocument
				.of(List.of(salon(1, LocalDate.of(2019, 3, 16)), salon(2, LocalDate.of(2019, 3, 23))), now));
	}

}
