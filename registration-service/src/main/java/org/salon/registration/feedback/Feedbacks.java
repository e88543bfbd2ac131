package org.salon.registration.feedback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.registration.feedback.FeedbackResults.Comment;
import org.salon.registration.feedback.FeedbackResults.Share;
import org.salon.registration.input.Paging;

/** What people said, as stored. It goes with the registration. */
@Repository
class Feedbacks {

	private static final String WRITTEN = " salon_number = :salon and (liked is not null or better is not null)";

	private final JdbcClient jdbc;

	Feedbacks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Feedback> find(UUID registrationId) {
		return this.jdbc.sql("select stars, liked, better from feedback where registration_id = ?")
			.param(registrationId)
			.query((row, index) -> new Feedback(row.getInt("stars"), row.getString("liked"), row.getString("better")))
			.optional();
	}

	/** Stores it in place of what they said before. */
	void put(UUID registrationId, int salonNumber, Feedback feedback, Instant now) {
		this.jdbc.sql("""
				insert into feedback (registration_id, salon_number, stars, liked, better, given_at)
				values (:id, :salon, :stars, :liked, :better, :now)
				on conflict (registration_id) do update set stars = excluded.stars, liked = excluded.liked,
					better = excluded.better, given_at = excluded.given_at""")
			.param("id", registrationId)
			.param("salon", salonNumber)
			.param("stars", feedback.stars())
			.param("liked", feedback.liked())
			.param("better", feedback.better())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	FeedbackResults results(int salonNumber, Paging paging) {
		List<Share> distribution = this.jdbc.sql("""
				select s.stars, count(f.stars) as given from generate_series(5, 1, -1) as s (stars)
				left join feedback f on f.stars = s.stars and f.salon_number = ?
				group by s.stars order by s.stars desc""")
			.param(salonNumber)
			.query((row, index) -> new Share(row.getInt("stars"), row.getInt("given")))
			.list();
		int count = distribution.stream().mapToInt(Share::count).sum();
		return new FeedbackResults(count, average(distribution, count), distribution, comments(salonNumber, paging),
				paging.page(), paging.size(), commented(salonNumber));
	}

	private List<Comment> comments(int salonNumber, Paging paging) {
		return this.jdbc
			.sql("select stars, liked, better from feedback where" + WRITTEN
					+ " order by given_at desc, registration_id limit :size offset :offset")
			.param("salon", salonNumber)
			.param("size", paging.size())
			.param("offset", paging.offset())
			.query((row, index) -> new Comment(row.getInt("stars"), row.getString("liked"), row.getString("better")))
			.list();
	}

	private int commented(int salonNumber) {
		return this.jdbc.sql("select count(*) from feedback where" + WRITTEN)
			.param("salon", salonNumber)
			.query(Integer.class)
			.single();
	}

	private static @Nullable Double average(List<Share> distribution, int count) {
		if (count == 0) {
			return null;
		}
		long stars = distribution.stream().mapToLong((share) -> (long) share.stars() * share.count()).sum();
		return Math.round(100.0 * stars / count) / 100.0;
	}

}
