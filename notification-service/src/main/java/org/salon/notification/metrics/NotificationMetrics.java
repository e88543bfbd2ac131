package org.salon.notification.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** All meters of this service, {@code salon.notification.*}. Tags are closed sets. */
@Component
public class NotificationMetrics {

	private static final String PREFIX = "salon.notification.";

	/** The promise to who signs up; alerts read the bucket of just this length. */
	private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(1);

	private final MeterRegistry registry;

	private final Timer sending;

	private final Timer formToInbox;

	private final Timer lateness;

	private final Counter expiredReminders;

	NotificationMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.sending = Timer.builder(PREFIX + "send")
			.description("One message handed to the mail server, from MAIL FROM to its answer")
			.publishPercentileHistogram()
			.register(registry);
		this.formToInbox = Timer.builder(PREFIX + "form.to.inbox")
			.description("From the registration to the acceptance of its confirmation by the mail server")
			.publishPercentileHistogram()
			.maximumExpectedValue(Duration.ofMinutes(5))
			.serviceLevelObjectives(CONFIRMED_WITHIN)
			.register(registry);
		this.lateness = Timer.builder(PREFIX + "reminders.lateness")
			.description("From the time at which a reminder was due to its acceptance by the mail server")
			.serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15),
					Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(6))
			.register(registry);
		this.expiredReminders = Counter.builder(PREFIX + "reminders.expired")
			.description("Reminders whose time passed before they could be sent")
			.register(registry);
	}

	/** Counts an outcome; both are names of enum constants. */
	public void outcome(String kind, String outcome) {
		Counter.builder(PREFIX + "deliveries")
			.description("Messages by kind and by what became of them")
			.tags("kind", tag(kind), "outcome", tag(outcome))
			.register(this.registry)
			.increment();
		if ("REMINDER".equals(kind) && "EXPIRED".equals(outcome)) {
			this.expiredReminders.increment();
		}
	}

	public void sent(Duration time) {
		this.sending.record(time);
	}

	public void confirmed(Duration sinceRegistration) {
		record(this.formToInbox, sinceRegistration);
	}

	public void reminded(Duration sinceDue) {
		record(this.lateness, sinceDue);
	}

	/** Two machines' clocks may differ by more than it took. */
	private static void record(Timer timer, Duration time) {
		timer.record(time.isNegative() ? Duration.ZERO : time);
	}

	/** Counts a pause of the sender; the cause is the name of an enum constant. */
	public void paused(String cause) {
		pauses(cause).increment();
	}

	/**
	 * Makes the counter of a cause, so that an alert on it can tell none from unknown.
	 */
	public Counter pauses(String cause) {
		return Counter.builder(PREFIX + "smtp.pauses")
			.description("Times that sending paused because of the mail server, by cause")
			.tag("cause", tag(cause))
			.register(this.registry);
	}

	public <T> void backlog(String state, T source, ToDoubleFunction<T> count) {
		Gauge.builder(PREFIX + "ledger.backlog", source, count)
			.description("Messages that are still to be sent, by state")
			.tag("state", tag(state))
			.register(this.registry);
	}

	public <T> void oldestDue(T source, ToDoubleFunction<T> age) {
		Gauge.builder(PREFIX + "ledger.oldest.due.age", source, age)
			.description("For how long the oldest message that is no announcement has been due")
			.baseUnit("seconds")
			.register(this.registry);
	}

	public <T> void oldestDueReminder(T source, ToDoubleFunction<T> age) {
		Gauge.builder(PREFIX + "reminders.due.age", source, age)
			.description("For how long the oldest reminder that is not sent has been due")
			.baseUnit("seconds")
			.register(this.registry);
	}

	public <T> void sendingPaused(T source, ToDoubleFunction<T> paused) {
		Gauge.builder(PREFIX + "sending.paused", source, paused)
			.description("1 while an operator lets no mail go, 0 otherwise")
			.register(this.registry);
	}

	public <T> void suppressed(T source, ToDoubleFunction<T> count) {
		Gauge.builder(PREFIX + "suppressed.addresses", source, count)
			.description("Addresses that no mail is sent to")
			.register(this.registry);
	}

	private static String tag(String constant) {
		return constant.toLowerCase(Locale.ROOT);
	}

}
