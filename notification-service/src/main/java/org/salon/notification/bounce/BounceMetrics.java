package org.salon.notification.bounce;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** What comes back, counted. */
@Component
class BounceMetrics {

	private static final String PREFIX = "salon.notification.bounce.";

	private final MeterRegistry registry;

	BounceMetrics(MeterRegistry registry) {
		this.registry = registry;
		for (Result result : Result.values()) {
			reports(result);
		}
		polls(true);
		polls(false);
	}

	/** What became of a report. */
	enum Result {

		/** It said something new. */
		RECORDED,
		/** All that it said was known. */
		REPEATED,
		/** It is about no mail that was handed over from here, or says nothing yet. */
		IGNORED,
		/** It cannot be read as a report. */
		UNREADABLE

	}

	void report(Result result) {
		reports(result).increment();
	}

	void polled(boolean well) {
		polls(well).increment();
	}

	private Counter reports(Result result) {
		return Counter.builder(PREFIX + "reports")
			.description("Reports on mails that came back and complaints, by what became of them")
			.tag("result", result.name().toLowerCase(Locale.ROOT))
			.register(this.registry);
	}

	private Counter polls(boolean well) {
		return Counter.builder(PREFIX + "polls")
			.description("Times that the mailbox for bounces was looked into")
			.tag("result", well ? "read" : "failed")
			.register(this.registry);
	}

}
