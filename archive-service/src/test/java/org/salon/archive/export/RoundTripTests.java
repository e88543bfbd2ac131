package org.salon.archive.export;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.salon.archive.WholeSalon;
import org.salon.archive.salon.Salon;
import org.salon.archive.salon.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** What the files say of a salon is all that is known of it. */
class RoundTripTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@ParameterizedTest
	@MethodSource("org.salon.archive.Texts#bad")
	void losesNothingInJson(String text) {
		List<Salon> salons = List.of(WholeSalon.of(44, text, Status.HELD), WholeSalon.imported(3));
		JsonNode document = JSON.readTree(ExportController.json(ArchiveDocument.of(salons, Instant.EPOCH)));
		List<Salon> read = document.get("salons")
			.valueStream()
			.map((item) -> JSON.treeToValue(item, Salon.class))
			.toList();
		assertThat(read).isEqualTo(salons);
	}

	@ParameterizedTest
	@MethodSource("org.salon.archive.Texts#bad")
	void losesNothingInCsv(String text) {
		List<Salon> salons = List.of(WholeSalon.of(44, text, Status.HELD), WholeSalon.imported(3));
		assertThat(CsvReader.read(CsvTable.write(salons, Instant.EPOCH))).isEqualTo(salons);
	}

}
