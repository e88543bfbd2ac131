package org.salon.notification.channel;

import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.salon.notification.channel.log.PostState;
import org.salon.notification.channel.wire.Answer;

import org.springframework.stereotype.Component;

/** All meters of the channels, {@code salon.channel.*}. Tags are closed sets. */
@Component
class ChannelMetrics {

	private static final String PREFIX = "salon.channel.";

	private final MeterRegistry registry;

	ChannelMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Makes the counters: an alert on a rise does not see the first of one that is new.
	 */
	void begin(String channel) {
		calls(channel);
		posts(channel, PostState.EXPIRED, 0);
		for (Answer.Verdict verdict : Answer.Verdict.values()) {
			posts(channel, verdict, 0);
		}
	}

	void posts(String channel, Enum<?> outcome, double count) {
		Counter.builder(PREFIX + "posts")
			.description("Attempts to post and posts that ran out of time, by channel and outcome")
			.tags("channel", channel, "outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.increment(count);
	}

	void called(String channel, Duration time) {
		calls(channel).record(time);
	}

	private Timer calls(String channel) {
		return Timer.builder(PREFIX + "call")
			.description("One call of a channel, from its start to the answer or to giving up")
			.tag("channel", channel)
			.register(this.registry);
	}

	<T> void backlog(String channel, T source, ToDoubleFunction<T> count) {
		Gauge.builder(PREFIX + "backlog", source, count)
			.description("Posts that are due and not made, by channel")
			.tag("channel", channel)
			.register(this.registry);
	}

}
