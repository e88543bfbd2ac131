package org.salon.notification.reply;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.salon.notification.reply.ReplyDesk.Result;

import org.springframework.stereotype.Component;

/** What calendars answer, counted. */
@Component
class ReplyMetrics {

	private final MeterRegistry registry;

	ReplyMetrics(MeterRegistry registry) {
		this.registry = registry;
		for (Result result : Result.values()) {
			if (result != Result.NONE) {
				replies(result);
			}
		}
	}

	void count(Result result) {
		replies(result).increment();
	}

	private Counter replies(Result result) {
		return Counter.builder("salon.notification.calendar.replies")
			.description("Answers of calendars to invitations, by what became of them")
			.tag("result", result.name().toLowerCase(Locale.ROOT))
			.register(this.registry);
	}

}
