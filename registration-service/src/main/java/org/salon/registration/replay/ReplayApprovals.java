package org.salon.registration.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.salon.events.salon.Link;
import org.salon.registration.replay.ReplayApproval.Answer;

/** The questions to speakers, one of each salon at most. */
@Repository
class ReplayApprovals {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String SELECT = "select id, salon_number, links, links_before, asked_at, answer, comment, answered_at "
			+ "from replay_approval where ";

	private final JdbcClient jdbc;

	ReplayApprovals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ReplayApproval> find(UUID id) {
		return this.jdbc.sql(SELECT + "id = ?").param(id).query(ReplayApprovals::approval).optional();
	}

	Optional<ReplayApproval> lock(UUID id) {
		return this.jdbc.sql(SELECT + "id = ? for update").param(id).query(ReplayApprovals::approval).optional();
	}

	Optional<ReplayApproval> ofSalon(int number) {
		return this.jdbc.sql(SELECT + "salon_number = ?").param(number).query(ReplayApprovals::approval).optional();
	}

	/** In place of what was asked before, the link to which leads nowhere then. */
	void ask(UUID id, int number, List<Link> links, List<Link> before, Instant now) {
		this.jdbc.sql("""
				insert into replay_approval (id, salon_number, links, links_before, asked_at)
				values (:id, :number, :links::jsonb, :before::jsonb, :now)
				on conflict (salon_number) do update set id = excluded.id, links = excluded.links,
					links_before = excluded.links_before, asked_at = excluded.asked_at,
					answer = null, comment = null, answered_at = null""")
			.param("id", id)
			.param("number", number)
			.param("links", JSON.writeValueAsString(links))
			.param("before", JSON.writeValueAsString(before))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void answer(UUID id, Answer answer, @Nullable String comment, Instant now) {
		this.jdbc.sql("""
				update replay_approval set answer = :answer, comment = :comment, answered_at = :now where id = :id""")
			.param("id", id)
			.param("answer", answer.name())
			.param("comment", comment)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void remove(int number) {
		this.jdbc.sql("delete from replay_approval where salon_number = ?").param(number).update();
	}

	private static ReplayApproval approval(ResultSet row, int index) throws SQLException {
		String answer = row.getString("answer");
		OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
		return new ReplayApproval(row.getObject("id", UUID.class), row.getInt("salon_number"), links(row, "links"),
				links(row, "links_before"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
				(answer != null) ? Answer.valueOf(answer) : null, row.getString("comment"),
				(answeredAt != null) ? answeredAt.toInstant() : null);
	}

	private static List<Link> links(ResultSet row, String column) throws SQLException {
		return List.of(JSON.readValue(row.getString(column), Link[].class));
	}

}
