package org.salon.registration.chart;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is counted of salons. Each question is answered from an index alone. */
@Repository
class SalonFigures {

	private final JdbcClient jdbc;

	SalonFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The salon and those before it that took sign-ups here, the latest first. */
	List<Integer> upTo(int number, int most) {
		return this.jdbc.sql("""
				select number from salon where stage = 'ANNOUNCED' and number <= ? order by number desc limit ?""")
			.params(number, most)
			.query(Integer.class)
			.list();
	}

	/** Sign-ups by whole days before the start; those after it count as day 0. */
	Map<Integer, NavigableMap<Integer, Long>> byDaysBefore(List<Integer> salons) {
		Map<Integer, NavigableMap<Integer, Long>> courses = new HashMap<>();
		if (salons.isEmpty()) {
			return courses;
		}
		this.jdbc
			.sql("""
					select r.salon_number, greatest(0, floor(extract(epoch from s.starts_at - r.registered_at) / 86400))::integer as days,
						count(*) as places
					from registration r join salon s on s.number = r.salon_number
					where r.salon_number in (:salons) and s.starts_at is not null group by 1, 2""")
			.param("salons", salons)
			.query((row) -> {
				courses.computeIfAbsent(row.getInt("salon_number"), (number) -> new TreeMap<>())
					.put(row.getInt("days"), row.getLong("places"));
			});
		return courses;
	}

	/** Sign-ups by the source that their link named, the most first. */
	List<Count> sources(int salon) {
		return this.jdbc.sql("""
				select source, count(*) as places from sign_up_source where salon_number = ?
				group by source order by places desc, source""")
			.param(salon)
			.query((row, index) -> new Count(row.getString("source"), row.getLong("places")))
			.list();
	}

	/** How many ever signed up for a salon. */
	long signUps(int salon) {
		return this.jdbc.sql("select count(*) from registration where salon_number = ?")
			.param(salon)
			.query(Long.class)
			.single();
	}

	/** Who came and who did not, of the salons that are over, the latest first. */
	List<Turnout> turnouts(Instant now, int most) {
		return this.jdbc.sql("""
				with held as (select number from salon where stage = 'ANNOUNCED' and ends_at <= :now
					order by number desc limit :most)
				select r.salon_number, count(r.attended_at) as came,
					count(*) filter (where r.status = 'REGISTERED' and r.attended_at is null) as missing,
					count(*) filter (where r.status = 'CANCELLED') as withdrawn
				from held join registration r on r.salon_number = held.number
				group by r.salon_number order by r.salon_number desc""")
			.param("now", Timestamp.from(now))
			.param("most", most)
			.query((row, index) -> new Turnout(row.getInt("salon_number"), row.getLong("came"), row.getLong("missing"),
					row.getLong("withdrawn")))
			.list();
	}

	/** Clicks on each link of a salon, the most first. */
	List<Count> clicks(int salon) {
		return this.jdbc.sql("""
				select url, sum(clicks) as clicks from link_click where salon_number = ?
				group by url order by clicks desc, url""")
			.param(salon)
			.query((row, index) -> new Count(row.getString("url"), row.getLong("clicks")))
			.list();
	}

	/** How many of what. */
	record Count(String name, long number) {
	}

	/** Who came to a salon, who held a place and did not, and who gave theirs back. */
	record Turnout(int salon, long came, long missing, long withdrawn) {
	}

}
