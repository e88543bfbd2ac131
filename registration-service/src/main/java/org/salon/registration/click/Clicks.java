package org.salon.registration.click;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often each link was followed on each day. */
@Repository
class Clicks {

	private static final Logger logger = LoggerFactory.getLogger(Clicks.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	Clicks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** One more. Whoever follows a link gets there, counted or not. */
	void count(int salonNumber, String url) {
		try {
			this.jdbc.sql("""
					insert into link_click (salon_number, url, day, clicks) values (?, ?, ?, 1)
					on conflict (salon_number, url, day) do update set clicks = link_click.clicks + 1""")
				.params(salonNumber, url, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update();
		}
		catch (DataAccessException ex) {
			logger.warn("a click was not counted: {}", ex.getClass().getSimpleName());
		}
	}

}
