package org.salon.archive.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.archive.salon.Entry;

/** The salons that are announced and not over yet, of the generation that is served. */
@Repository
public class ComingSalons {

	/** How long after its end a salon that was called off is still told of. */
	private static final Duration REMEMBERED = Duration.ofDays(30);

	private static final String SELECT = """
			select version, replay_at, updated_at, state from salons
			where generation = (select generation from projection) and ends_at > :now
			""";

	private static final String ORDER = " order by ends_at, number";

	private final JdbcClient jdbc;

	private final Clock clock;

	ComingSalons(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those that will be held, the next one first. */
	public List<Entry> announced() {
		return select(SELECT + " and status = 'ANNOUNCED'" + ORDER, Duration.ZERO);
	}

	/**
	 * Those that were called off; until a while after their end, so that calendars which
	 * ask seldom hear of it.
	 */
	public List<Entry> cancelled() {
		return select(SELECT + " and status = 'CANCELLED'" + ORDER, REMEMBERED);
	}

	private List<Entry> select(String sql, Duration back) {
		return this.jdbc.sql(sql)
			.param("now", this.clock.instant().minus(back).atOffset(ZoneOffset.UTC))
			.query(Salons::entry)
			.list();
	}

}
