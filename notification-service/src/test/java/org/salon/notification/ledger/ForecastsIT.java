package org.salon.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.salon.events.salon.SalonAnnounced;
import org.salon.notification.Fixtures;
import org.salon.notification.NotificationTest;
import org.salon.notification.plan.DeliveryKind;
import org.salon.notification.salon.Salon;
import org.salon.notification.salon.Salons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Forecasts for many; what is made up for them is taken back. */
@NotificationTest
class ForecastsIT {

	private static final Logger log = LoggerFactory.getLogger(ForecastsIT.class);

	private static final int PLACES = Integer.getInteger("salon.test.places", 5_500);

	@Autowired
	private Forecasts forecasts;

	@Autowired
	private Salons salons;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	private final int number = Fixtures.number();

	private final Instant now = Fixtures.LONG_BEFORE;

	@Test
	void countsThousandsOfPlacesByThePlan() {
		this.transactions.executeWithoutResult((status) -> {
			this.salons
				.save(Salon.after(null, new SalonAnnounced(Fixtures.salon(this.number, Fixtures.START)), 1, this.now));
			register();
			long begin = System.nanoTime();
			Forecast forecast = this.forecasts.of(this.number, this.now, List.of(Duration.ofHours(2))).orElseThrow();
			log.info("{} places forecast in {} ms", PLACES, Duration.ofNanos(System.nanoTime() - begin).toMillis());
			assertThat(forecast.lines()).filteredOn((line) -> line.kind() != DeliveryKind.ANNOUNCEMENT)
				.extracting(ForecastLine::kind, ForecastLine::reminder, ForecastLine::toSend)
				.containsExactly(tuple(DeliveryKind.CONFIRMATION, null, PLACES),
						tuple(DeliveryKind.REMINDER, Duration.ofHours(2), PLACES));
			assertThat(forecast.lines()).filteredOn((line) -> line.kind() == DeliveryKind.ANNOUNCEMENT)
				.allSatisfy((line) -> assertThat(line.sent()).isZero());
			status.setRollbackOnly();
		});
	}

	@Test
	void knowsNothingOfASalonThatIsNotThere() {
		assertThat(this.forecasts.of(this.number, null, null)).isEmpty();
	}

	private void register() {
		this.jdbc.sql("""
				WITH people AS (
					INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation)
					SELECT gen_random_uuid(), '', 'f' || n || '@example.org', 'en', false, true, true, 0
					FROM generate_series(1, ?) n
					RETURNING id
				)
				INSERT INTO registration (id, member_id, salon_number, version, standing, standing_since,
					standing_version, held, confirmation_revision, calendar_revision, link_generation)
				SELECT gen_random_uuid(), id, ?, 1, 'REGISTERED', ?, 1, true, 1, 0, 0 FROM people
				""").params(PLACES, this.number, java.sql.Timestamp.from(this.now)).update();
	}

}
