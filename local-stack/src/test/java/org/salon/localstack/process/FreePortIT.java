package org.salon.localstack.process;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortIT {

	@Test
	void givesNoPortTwiceThoughNobodyListensYet() {
		assertThat(IntStream.range(0, 1_000).parallel().map((i) -> FreePort.any()).boxed()).doesNotHaveDuplicates();
	}

}
