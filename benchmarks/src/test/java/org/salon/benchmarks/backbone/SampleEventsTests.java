package org.salon.benchmarks.backbone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.salon.benchmarks.backbone.SampleEvents.Shape;
import org.salon.events.EventJson;
import org.salon.messaging.outbox.VersionedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class SampleEventsTests {

	private static final List<List<List<VersionedEvent>>> WORK = SampleEvents.byWriter(100, new Shape(1_000, 8), 4, 50);

	@Test
	void givesEachKeyToOneWriterInTheOrderOfItsVersions() {
		Map<String, Integer> owners = new HashMap<>();
		Map<String, Long> versions = new HashMap<>();
		for (int writer = 0; writer < WORK.size(); writer++) {
			for (VersionedEvent event : WORK.get(writer).stream().flatMap(List::stream).toList()) {
				owners.putIfAbsent(event.event().key(), writer);
				assertThat(owners).containsEntry(event.event().key(), writer);
				assertThat(event.version()).isEqualTo(versions.merge(event.event().key(), 1L, Long::sum));
			}
		}
		assertThat(versions).hasSize(8).containsOnlyKeys("100", "101", "102", "103", "104", "105", "106", "107");
		assertThat(versions.values()).containsOnly(125L);
	}

	@Test
	void makesTransactionsOfTheWantedSize() {
		assertThat(WORK).hasSize(4).allSatisfy((writer) -> assertThat(writer).hasSize(5));
		assertThat(WORK.getFirst()).allSatisfy((transaction) -> assertThat(transaction).hasSize(50));
	}

	@Test
	void isAboutAKilobyte() {
		assertThat(EventJson.write(WORK.getFirst().getFirst().getFirst().event())).hasSizeBetween(900, 1_300);
	}

}
