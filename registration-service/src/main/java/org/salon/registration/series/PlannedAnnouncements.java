package org.salon.registration.series;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.OptionalInt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.salon.registration.input.Refused;
import org.salon.registration.salon.HistoryEntry.Author;
import org.salon.registration.salon.SalonDesk;

/**
 * Announces drafts at the time that was set for them: so many days before the start, at
 * the same time of day, and moved along with it. A draft without a theme of its own waits
 * until it has one, and one that has begun is not announced any more.
 */
@Component
public class PlannedAnnouncements {

	/** Days before the start, where nothing else is said. */
	public static final int USUAL = 14;

	/** The longest that can be said. */
	public static final int MOST = 90;

	private static final Logger logger = LoggerFactory.getLogger(PlannedAnnouncements.class);

	private final JdbcClient jdbc;

	private final SalonDesk desk;

	private final Clock clock;

	PlannedAnnouncements(JdbcClient jdbc, SalonDesk desk, Clock clock) {
		this.jdbc = jdbc;
		this.desk = desk;
		this.clock = clock;
	}

	/** How many days before its start the salon is announced by itself, if it is. */
	public OptionalInt of(int number) {
		return this.jdbc.sql("select days_before from planned_announcement where salon_number = ?")
			.param(number)
			.query(Integer.class)
			.optional()
			.map(OptionalInt::of)
			.orElse(OptionalInt.empty());
	}

	/** Sets when the salon is announced by itself. */
	public void plan(int number, int daysBefore) {
		this.jdbc.sql("""
				insert into planned_announcement (salon_number, days_before) values (?, ?)
				on conflict (salon_number) do update set days_before = excluded.days_before""")
			.params(number, daysBefore)
			.update();
	}

	/** Leaves it to the operator. */
	public void forget(int number) {
		this.jdbc.sql("delete from planned_announcement where salon_number = ?").param(number).update();
	}

	@Scheduled(fixedDelayString = "${salon.announcement-interval:PT20S}")
	void announceDue() {
		for (int number : due()) {
			try {
				this.desk.announce(number, Author.SCHEDULE);
				logger.info("salon {} was announced at the time that was set for it", number);
			}
			catch (DataAccessException | Refused ex) {
				logger.warn("salon {} was not announced, to be tried again: {}", number, ex.getClass().getSimpleName());
			}
		}
	}

	private Iterable<Integer> due() {
		return this.jdbc
			.sql("""
					select s.number from planned_announcement p join salon s on s.number = p.salon_number
					where s.stage = 'DRAFT' and s.starts_at > :now and s.title <> coalesce(s.series, '')
						and (s.starts_at at time zone s.zone - make_interval(days => p.days_before)) at time zone s.zone <= :now
					order by s.number""")
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Integer.class)
			.list();
	}

}
