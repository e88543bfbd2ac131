package org.salon.notification.channel.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.salon.notification.channel.plan.PlannedPost;
import org.salon.notification.channel.plan.PostKind;
import org.salon.notification.database.Columns;
import org.salon.notification.salon.Salon;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of posts. What is due goes by the service's clock, a lease by the database's,
 * which all instances share.
 */
@Repository
class PostRows {

	private static final String CLAIMABLE = """
			channel = :channel AND state IN ('PLANNED', 'RETRY') AND attempt_at <= :now AND not_after > :now
				AND (lease_until IS NULL OR lease_until < clock_timestamp())
			""";

	private final JdbcClient jdbc;

	PostRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Entry> of(String channel, int salon) {
		return this.jdbc.sql("""
				SELECT id, kind, occurrence, state, not_after FROM channel_delivery
				WHERE channel = ? AND salon_number = ?
				""")
			.params(channel, salon)
			.query((row, index) -> new Entry(Columns.uuid(row, "id"), PostKind.valueOf(row.getString("kind")),
					row.getString("occurrence"), PostState.valueOf(row.getString("state")),
					Columns.instant(row, "not_after")))
			.list();
	}

	void insert(String channel, int salon, PlannedPost post, PostState state, Instant attemptAt) {
		this.jdbc.sql("""
				INSERT INTO channel_delivery (id, channel, salon_number, kind, occurrence, state, due_at, attempt_at,
					not_after, answer)
				VALUES (:id, :channel, :salon, :kind, :occurrence, :state, :dueAt, :attemptAt, :notAfter,
					CASE WHEN :state = 'EXPIRED' THEN 'there was no time left for it when it became known' END)
				ON CONFLICT ON CONSTRAINT one_row_per_post DO NOTHING
				""")
			.param("id", UUID.randomUUID())
			.param("channel", channel)
			.param("salon", salon)
			.param("kind", post.kind().name())
			.param("occurrence", post.occurrence())
			.param("state", state.name())
			.param("dueAt", Columns.timestamp(post.dueAt()))
			.param("attemptAt", Columns.timestamp(attemptAt))
			.param("notAfter", Columns.timestamp(post.notAfter()))
			.update();
	}

	void move(UUID id, Instant notAfter) {
		this.jdbc.sql("UPDATE channel_delivery SET not_after = ? WHERE id = ?")
			.params(Columns.timestamp(notAfter), id)
			.update();
	}

	void cancel(UUID id) {
		this.jdbc.sql("UPDATE channel_delivery SET state = 'CANCELLED' WHERE id = ?").param(id).update();
	}

	/** Of what was called off and is wanted again. */
	void reopen(UUID id, Instant attemptAt, Instant notAfter) {
		this.jdbc.sql("""
				UPDATE channel_delivery SET state = CASE WHEN attempts > 0 THEN 'RETRY' ELSE 'PLANNED' END,
					attempt_at = ?, not_after = ? WHERE id = ?
				""").params(Columns.timestamp(attemptAt), Columns.timestamp(notAfter), id).update();
	}

	/** How many ran out of time. */
	int expire(String channel, Instant now) {
		return this.jdbc.sql("""
				UPDATE channel_delivery SET state = 'EXPIRED', answer = concat_ws('; ', 'its time passed', answer)
				WHERE channel = ? AND state IN ('PLANNED', 'RETRY') AND not_after <= ?
					AND (lease_until IS NULL OR lease_until < clock_timestamp())
				""").params(channel, Columns.timestamp(now)).update();
	}

	/** The salon of the post that is to be made next. */
	Optional<Candidate> next(String channel, Instant now) {
		return this.jdbc
			.sql("SELECT id, salon_number FROM channel_delivery WHERE " + CLAIMABLE
					+ " ORDER BY attempt_at, due_at, id LIMIT 1")
			.param("channel", channel)
			.param("now", Columns.timestamp(now))
			.query((row, index) -> new Candidate(Columns.uuid(row, "id"), row.getInt("salon_number")))
			.optional();
	}

	/**
	 * Takes it, unless it is another's or not to be made any more. Whoever left it with
	 * its lease running out may have posted it.
	 */
	Optional<Claim> claim(String channel, UUID id, Salon salon, Duration lease, Instant now) {
		return this.jdbc.sql("""
				UPDATE channel_delivery SET fence = fence + 1, attempts = attempts + 1,
					unknowns = unknowns + CASE WHEN lease_until IS NULL THEN 0 ELSE 1 END,
					lease_until = clock_timestamp() + :lease * interval '1 millisecond'
				WHERE id = (SELECT id FROM channel_delivery WHERE id = :id AND %s FOR UPDATE SKIP LOCKED)
				RETURNING id, fence, kind, due_at, not_after, attempts, unknowns
				""".formatted(CLAIMABLE))
			.param("channel", channel)
			.param("id", id)
			.param("lease", lease.toMillis())
			.param("now", Columns.timestamp(now))
			.query((row, index) -> new Claim(Columns.uuid(row, "id"), row.getLong("fence"),
					PostKind.valueOf(row.getString("kind")), Columns.instant(row, "due_at"),
					Columns.instant(row, "not_after"), row.getInt("attempts"), row.getInt("unknowns"), salon))
			.optional();
	}

	/** When there will be one to claim, or to close. */
	@Nullable Instant nextDue(String channel) {
		return this.jdbc.sql("""
				SELECT least(min(attempt_at), min(not_after)) AS next FROM channel_delivery
				WHERE channel = ? AND state IN ('PLANNED', 'RETRY')
				""")
			.param(channel)
			.query((row, index) -> Optional.ofNullable(Columns.nullableInstant(row, "next")))
			.single()
			.orElse(null);
	}

	/** It is posted, whatever the plan has thought of it meanwhile. */
	boolean sent(Claim claim, String answer, Instant now) {
		return this.jdbc.sql("""
				UPDATE channel_delivery SET state = 'SENT', sent_at = ?, answer = ?, lease_until = NULL
				WHERE id = ? AND fence = ?
				""").params(Columns.timestamp(now), answer, claim.id(), claim.fence()).update() == 1;
	}

	void retry(Claim claim, String answer, Instant attemptAt, boolean counts, boolean unknown) {
		this.jdbc.sql("""
				UPDATE channel_delivery SET state = CASE WHEN state = 'CANCELLED' THEN state ELSE 'RETRY' END,
					answer = :answer, attempt_at = :attemptAt, lease_until = NULL,
					attempts = attempts - CASE WHEN :counts THEN 0 ELSE 1 END,
					unknowns = unknowns + CASE WHEN :unknown THEN 1 ELSE 0 END
				WHERE id = :id AND fence = :fence
				""")
			.param("id", claim.id())
			.param("fence", claim.fence())
			.param("answer", answer)
			.param("attemptAt", Columns.timestamp(attemptAt))
			.param("counts", counts)
			.param("unknown", unknown)
			.update();
	}

	void failed(Claim claim, String answer) {
		this.jdbc.sql("""
				UPDATE channel_delivery SET state = CASE WHEN state = 'CANCELLED' THEN state ELSE 'FAILED' END,
					answer = ?, lease_until = NULL WHERE id = ? AND fence = ?
				""").params(answer, claim.id(), claim.fence()).update();
	}

	record Entry(UUID id, PostKind kind, String occurrence, PostState state, Instant notAfter) {

		boolean open() {
			return this.state == PostState.PLANNED || this.state == PostState.RETRY;
		}

		boolean is(PlannedPost post) {
			return this.kind == post.kind() && this.occurrence.equals(post.occurrence());
		}

	}

	record Candidate(UUID id, int salon) {
	}

}
