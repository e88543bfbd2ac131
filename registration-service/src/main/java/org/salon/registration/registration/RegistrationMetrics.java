package org.salon.registration.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.salon.events.registration.RegistrationStatus;

/** The meters of this service. */
@Component
class RegistrationMetrics {

	private static final String SIGNUPS = "salon.registration.signups";

	private final MeterRegistry registry;

	private final Timer transactions;

	RegistrationMetrics(MeterRegistry registry, JdbcClient jdbc) {
		this.registry = registry;
		this.transactions = Timer.builder("salon.registration.signup.time")
			.description("Time from the start of a sign-up to its commit")
			.publishPercentileHistogram()
			.register(registry);
		for (String result : new String[] { "registered", "waitlisted", "pending", "again", "refused", "limited" }) {
			signUps(result);
		}
		Arrays.stream(RegistrationStatus.values())
			.forEach((status) -> Gauge
				.builder("salon.registration.places", () -> count(jdbc, "registration", "status", status.name()))
				.description("Places by status, of all salons")
				.tag("status", status.name())
				.register(registry));
		for (String stage : new String[] { "DRAFT", "ANNOUNCED", "CANCELLED", "ARCHIVED" }) {
			Gauge.builder("salon.registration.salons", () -> count(jdbc, "salon", "stage", stage))
				.description("Salons by stage")
				.tag("stage", stage)
				.register(registry);
		}
	}

	<T> T timed(Supplier<T> work) {
		Timer.Sample sample = Timer.start(this.registry);
		T result = work.get();
		sample.stop(this.transactions);
		return result;
	}

	void signedUp(RegistrationStatus status) {
		signUps(status.name().toLowerCase(Locale.ROOT)).increment();
	}

	void signedUpAgain() {
		signUps("again").increment();
	}

	void refused() {
		signUps("refused").increment();
	}

	void limited() {
		signUps("limited").increment();
	}

	private Counter signUps(String result) {
		return Counter.builder(SIGNUPS)
			.description("Sign-ups by what became of them")
			.tag("result", result)
			.register(this.registry);
	}

	private static double count(JdbcClient jdbc, String table, String column, String value) {
		try {
			return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
				.param(value)
				.query(Long.class)
				.single();
		}
		catch (DataAccessException ex) {
			// No number is better than a scrape that fails while the database is away.
			return Double.NaN;
		}
	}

}
