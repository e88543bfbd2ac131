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
		for (Protocol protocol : Protocol.values()) {
			polls(protocol, true);
			polls(protocol, false);
		}
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

	/** By which a mailbox is read. */
	enum Protocol {

		IMAP, POP3;

		String tag() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	void report(Result result) {
		reports(result).increment();
	}

	void polled(Protocol protocol, boolean well) {
		polls(protocol, well).increment();
	}

	private Counter reports(Result result) {
		return Counter.builder(PREFIX + "reports")
			.description("Reports on mails that came back and complaints, by what became of them")
			.tag("result", result.name().toLowerCase(Locale.ROOT))
			.register(this.registry);
	}

	private Counter polls(Protocol protocol, boolean well) {
		return Counter.builder(PREFIX + "polls")
			.description("Times that a mailbox for bounces was looked into")
			.tag("protocol", protocol.tag())
			.tag("result", well ? "read" : "failed")
			.register(this.registry);
	}

}
