package org.salon.notification.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.salon.events.member.MemberState;
import org.salon.events.member.Preferences;
import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people that this service may write to. */
@Repository
public class Members {

	private final JdbcClient jdbc;

	Members(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Map<UUID, Member> find(Collection<UUID> ids) {
		return this.jdbc.sql("SELECT * FROM member WHERE id = ANY (CAST(? AS uuid[]))")
			.param(Columns.array(ids))
			.query(Members::member)
			.list()
			.stream()
			.collect(Collectors.toMap(Member::id, Function.identity()));
	}

	/**
	 * What a registration says of its person. Preferences that are known stay; of a
	 * person not seen before they are an attendee's.
	 */
	public Member introduce(UUID id, String name, String email, String locale) {
		Preferences preferences = Preferences.OF_AN_ATTENDEE;
		return this.jdbc.sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation)
				VALUES (:id, :name, :email, :locale, :announcements, :reminders, :replays, 0)
				ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
					locale = excluded.locale, revision = member.revision
						+ CASE WHEN (member.name, member.email, member.locale)
							IS DISTINCT FROM (excluded.name, excluded.email, excluded.locale) THEN 1 ELSE 0 END
				RETURNING *
				""")
			.param("id", id)
			.param("name", name)
			.param("email", email)
			.param("locale", locale)
			.param("announcements", preferences.announcements())
			.param("reminders", preferences.reminders())
			.param("replays", preferences.replays())
			.query(Members::member)
			.single();
	}

	public void save(MemberState state) {
		this.jdbc.sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation)
				VALUES (:id, :name, :email, :locale, :announcements, :reminders, :replays, :linkGeneration)
				ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
					locale = excluded.locale, announcements = excluded.announcements,
					reminders = excluded.reminders, replays = excluded.replays,
					link_generation = excluded.link_generation, revision = member.revision + 1
				""")
			.param("id", state.memberId())
			.param("name", state.name())
			.param("email", state.email())
			.param("locale", state.locale())
			.param("announcements", state.preferences().announcements())
			.param("reminders", state.preferences().reminders())
			.param("replays", state.preferences().replays())
			.param("linkGeneration", state.linkGeneration())
			.update();
	}

	/** Forgets the person; whatever refers to them has to be gone before. */
	public void erase(UUID id) {
		this.jdbc.sql("DELETE FROM member WHERE id = ?").param(id).update();
	}

	private static Member member(ResultSet row, int index) throws SQLException {
		Preferences preferences = new Preferences(row.getBoolean("announcements"), row.getBoolean("reminders"),
				row.getBoolean("replays"));
		return new Member(Columns.uuid(row, "id"), row.getString("name"), row.getString("email"),
				row.getString("locale"), preferences, row.getInt("link_generation"), row.getLong("revision"));
	}

}
