package org.salon.notification.ledger;

import java.time.Duration;
import java.util.List;

/** How long people waited for their confirmation, in steps that a chart can show. */
final class Promptness {

	/** More than a day. */
	static final int LONGER = Integer.MAX_VALUE;

	/** The longest wait of each step, in seconds. */
	static final List<Integer> STEPS = List.of(1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400,
			LONGER);

	private Promptness() {
	}

	/** The step that this falls into; two machines' clocks may differ by more. */
	static int step(Duration waited) {
		return STEPS.stream()
			.filter((step) -> waited.compareTo(Duration.ofSeconds(step)) <= 0)
			.findFirst()
			.orElse(LONGER);
	}

}
