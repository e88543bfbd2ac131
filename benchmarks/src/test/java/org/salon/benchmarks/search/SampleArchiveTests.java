package org.salon.benchmarks.search;

import org.junit.jupiter.api.Test;

import org.salon.events.EventJson;
import org.salon.events.salon.SalonArchived;

import static org.assertj.core.api.Assertions.assertThat;

class SampleArchiveTests {

	@Test
	void isTheSameEachTime() {
		SampleArchive first = new SampleArchive();
		SampleArchive second = new SampleArchive();
		for (int number = 1; number <= 20; number++) {
			assertThat(first.salon(number)).isEqualTo(second.salon(number));
		}
	}

	@Test
	void isAboutTwoKilobytesForEachSalon() {
		assertThat(EventJson.write(new SalonArchived(new SampleArchive().salon(1)))).hasSizeBetween(1_500, 3_500);
	}

}
