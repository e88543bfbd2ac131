package org.salon.notification.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
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

	/**
	 * The person as they are after an event, and since when they want announcements. A
	 * wish for them is settled once they do.
	 */
	public Member save(MemberState state, Instant at) {
		return this.jdbc.sql("""
				INSERT INTO member (id, name, email, locale, announcements, reminders, replays, link_generation, zone,
					subscribed_at)
				VALUES (:id, :name, :email, :locale, :announcements, :reminders, :replays, :linkGeneration, :zone,
					CASE WHEN :announcements THEN CAST(:at AS timestamptz) END)
				ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email,
					locale = excluded.locale, announcements = excluded.announcements,
					reminders = excluded.reminders, replays = excluded.replays,
					link_generation = excluded.link_generation, zone = excluded.zone,
					subscribed_at = CASE WHEN excluded.announcements AND member.announcements THEN member.subscribed_at
						ELSE excluded.subscribed_at END,
					requested_revision = CASE WHEN NOT excluded.announcements THEN member.requested_revision END,
					requested_at = CASE WHEN NOT excluded.announcements THEN member.requested_at END,
					revision = member.revision + 1
				RETURNING *
				""")
			.param("id", state.memberId())
			.param("name", state.name())
			.param("email", state.email())
			.param("locale", state.locale())
			.param("announcements", state.preferences().announcements())
			.param("reminders", state.preferences().reminders())
			.param("replays", state.preferences().replays())
			.param("linkGeneration", state.linkGeneration())
			.param("zone", (state.zone() != null) ? state.zone().getId() : null)
			.param("at", Columns.timestamp(at))
			.query(Members::member)
			.single();
	}

	/** Someone asked for announcements to be sent to the person's address. */
	public Member requestSubscription(UUID id, int revision, Instant at) {
		return this.jdbc.sql("""
				UPDATE member SET requested_revision = :revision, requested_at = :at, revision = revision + 1
				WHERE id = :id RETURNING *
				""")
			.param("id", id)
			.param("revision", revision)
			.param("at", Columns.timestamp(at))
			.query(Members::member)
			.single();
	}

	/** Forgets the person; whatever refers to them has to be gone before. */
	public void erase(UUID id) {
		this.jdbc.sql("DELETE FROM member WHERE id = ?").param(id).update();
	}

	private static Member member(ResultSet row, int index) throws SQLException {
		Preferences preferences = new Preferences(row.getBoolean("announcements"), row.getBoolean("reminders"),
				row.getBoolean("replays"));
		return new Member(Columns.uuid(row, "id"), row.getString("name"), row.getString("email"),
				row.getString("locale"), preferences, row.getInt("link_generation"), zone(row.getString("zone")),
				Columns.nullableInstant(row, "subscribed_at"), Columns.nullableInteger(row, "requested_revision"),
				Columns.nullableInstant(row, "requested_at"), row.getLong("revision"));
	}

	private static @Nullable ZoneId zone(@Nullable String id) {
		return (id != null) ? ZoneId.of(id) : null;
	}

}
