package org.salon.registration.link;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meters of the links' checks. */
@Component
class LinkMetrics {

	private final Map<Finding, Counter> checks = new EnumMap<>(Finding.class);

	LinkMetrics(MeterRegistry registry, JdbcClient jdbc, LinkProperties properties, Clock clock) {
		for (Finding finding : Finding.values()) {
			this.checks.put(finding,
					Counter.builder("salon.links.checks")
						.description("Checks of links by what was found")
						.tag("result", name(finding))
						.register(registry));
		}
		for (LinkState state : LinkState.values()) {
			Gauge.builder("salon.links.addresses", () -> number(() -> count(jdbc, state)))
				.description("Addresses among the links of public salons, by what is known of them")
				.tag("state", name(state))
				.register(registry);
		}
		Gauge.builder("salon.links.overdue", () -> properties.check() ? number(() -> overdue(jdbc, clock)) : 0.0)
			.description("How long the check of a link has been due that could be made")
			.baseUnit("seconds")
			.register(registry);
	}

	void checked(Finding finding) {
		Counter counter = this.checks.get(finding);
		if (counter != null) {
			counter.increment();
		}
	}

	private static double count(JdbcClient jdbc, LinkState state) {
		return jdbc.sql("select count(*) from link_address where state = ?")
			.param(state.name())
			.query(Long.class)
			.single();
	}

	/** Not of a host that wants to be left alone. */
	private static double overdue(JdbcClient jdbc, Clock clock) {
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		return jdbc.sql("""
				select a.next_check_at from link_address a left join link_host h on h.host = a.host
				where a.next_check_at <= :now and (h.next_at is null or h.next_at <= :now)
				order by a.next_check_at limit 1""")
			.param("now", now)
			.query(OffsetDateTime.class)
			.optional()
			.map((due) -> (double) Duration.between(due, now).toSeconds())
			.orElse(0.0);
	}

	private static double number(Supplier<Double> query) {
		try {
			return query.get();
		}
		catch (DataAccessException ex) {
			// No number is better than a scrape that fails while the database is away.
			return Double.NaN;
		}
	}

	private static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
