package org.salon.registration.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.salon.events.registration.RegistrationStatus;

/**
 * The places of each coming salon. A salon's number is the one tag that is no closed set:
 * it goes when the salon is over, and there are never more than {@link #SALONS}.
 */
@Component
class SeatMetrics {

	/** The next ones; more series than these would give would be nobody's to look at. */
	private static final int SALONS = 50;

	private static final String COMING = """
			select s.number, s.capacity, s.starts_at, %s
			from (select number, capacity, starts_at from salon where stage = 'ANNOUNCED' and ends_at > :now
				order by starts_at, number limit :salons) s
			left join registration r on r.salon_number = s.number
			group by s.number, s.capacity, s.starts_at
			""".formatted(Arrays.stream(RegistrationStatus.values())
		.map((status) -> "count(*) filter (where r.status = '%1$s') as %1$s".formatted(status.name()))
		.collect(Collectors.joining(", ")));

	private final JdbcClient jdbc;

	private final Clock clock;

	private final MultiGauge seats;

	private final MultiGauge capacity;

	private final MultiGauge start;

	SeatMetrics(MeterRegistry registry, JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.seats = MultiGauge.builder("salon.registration.seats")
			.description("Places of a coming salon, by status")
			.register(registry);
		this.capacity = MultiGauge.builder("salon.registration.capacity")
			.description("Seats of a coming salon, where they are limited")
			.register(registry);
		this.start = MultiGauge.builder("salon.registration.start")
			.description("When a coming salon starts, since 1970")
			.baseUnit("seconds")
			.register(registry);
	}

	@Scheduled(fixedDelay = 5_000)
	void count() {
		try {
			show(this.jdbc.sql(COMING)
				.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("salons", SALONS)
				.query(SeatMetrics::coming)
				.list());
		}
		catch (DataAccessException ex) {
			// No number is better than one of before the database went away.
			show(List.of());
		}
	}

	private void show(List<Coming> salons) {
		this.seats.register(salons.stream().flatMap(Coming::places).toList(), true);
		this.capacity.register(salons.stream().flatMap(Coming::limit).toList(), true);
		this.start.register(salons.stream().map(Coming::start).toList(), true);
	}

	private static Coming coming(ResultSet row, int index) throws SQLException {
		Map<RegistrationStatus, Long> places = new EnumMap<>(RegistrationStatus.class);
		for (RegistrationStatus status : RegistrationStatus.values()) {
			places.put(status, row.getLong(status.name()));
		}
		return new Coming(row.getInt("number"), row.getObject("capacity", Integer.class),
				row.getTimestamp("starts_at").toInstant(), places);
	}

	/** A salon that is to come. */
	private record Coming(int number, @Nullable Integer capacity, Instant startsAt,
			Map<RegistrationStatus, Long> byStatus) {

		Stream<Row<Number>> places() {
			return this.byStatus.entrySet()
				.stream()
				.map((places) -> Row.of(tags().and("status", places.getKey().name()), places.getValue()));
		}

		Stream<Row<Number>> limit() {
			return (this.capacity != null) ? Stream.of(Row.of(tags(), this.capacity)) : Stream.empty();
		}

		Row<Number> start() {
			return Row.of(tags(), this.startsAt.getEpochSecond());
		}

		private Tags tags() {
			return Tags.of("salon", Integer.toString(this.number));
		}

	}

}
