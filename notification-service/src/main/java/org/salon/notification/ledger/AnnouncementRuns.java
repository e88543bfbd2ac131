package org.salon.notification.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.salon.notification.database.Columns;
import org.salon.notification.ledger.AnnouncementRun.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each announcement is, in the database: a crash goes on from there. */
@Repository
class AnnouncementRuns {

	private final JdbcClient jdbc;

	AnnouncementRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** From the first person on; one that is paused or cancelled stays so. */
	void begin(int salon, Instant announcedAt, Instant notAfter, Cause cause) {
		this.jdbc.sql("""
				INSERT INTO announcement_run (salon_number, state, announced_at, caused_by, caused_at, not_after)
				VALUES (:salon, 'GOING', :announcedAt, :event, :at, :notAfter)
				ON CONFLICT (salon_number) DO UPDATE SET announced_at = excluded.announced_at,
					caused_by = excluded.caused_by, caused_at = excluded.caused_at, planned_to = NULL,
					complete = announcement_run.state = 'CANCELLED'
				""")
			.param("salon", salon)
			.param("announcedAt", Columns.timestamp(announcedAt))
			.param("event", cause.eventId())
			.param("at", Columns.timestamp(cause.at()))
			.param("notAfter", Columns.timestamp(notAfter))
			.update();
	}

	/** None of it is claimed until all of its rows have that deadline. */
	void move(int salon, Instant notAfter) {
		this.jdbc.sql("UPDATE announcement_run SET not_after = ?, settled = false WHERE salon_number = ?")
			.params(Columns.timestamp(notAfter), salon)
			.update();
	}

	void cancel(int salon, String reason) {
		this.jdbc.sql("""
				UPDATE announcement_run SET state = 'CANCELLED', reason = ?, complete = true, settled = false
				WHERE salon_number = ? AND state <> 'CANCELLED'
				""").params(reason, salon).update();
	}

	void become(int salon, State state) {
		this.jdbc.sql("UPDATE announcement_run SET state = ? WHERE salon_number = ?")
			.params(state.name(), salon)
			.update();
	}

	void planned(int salon, UUID to, boolean complete) {
		this.jdbc.sql("UPDATE announcement_run SET planned_to = ?, complete = ? WHERE salon_number = ?")
			.params(to, complete, salon)
			.update();
	}

	void settled(int salon) {
		this.jdbc.sql("UPDATE announcement_run SET settled = true WHERE salon_number = ?").param(salon).update();
	}

	Optional<AnnouncementRun> find(int salon) {
		return find(salon, "");
	}

	/** Until the transaction ends, nobody else changes it. */
	Optional<AnnouncementRun> lock(int salon) {
		return find(salon, "FOR UPDATE");
	}

	/** Until the transaction ends, nobody changes it. */
	Optional<AnnouncementRun> lockToRead(int salon) {
		return find(salon, "FOR SHARE");
	}

	/** Salons whose announcements are not planned for all yet, or are to be closed. */
	List<Integer> atWork() {
		return this.jdbc
			.sql("SELECT salon_number FROM announcement_run WHERE NOT (complete AND settled) ORDER BY salon_number")
			.query(Integer.class)
			.list();
	}

	/** Those that could still be sent, or are still being closed. */
	List<AnnouncementRun> open(Instant now) {
		return this.jdbc
			.sql("SELECT * FROM announcement_run WHERE not_after > ? OR NOT settled ORDER BY not_after, salon_number")
			.param(Columns.timestamp(now))
			.query(AnnouncementRuns::run)
			.list();
	}

	private Optional<AnnouncementRun> find(int salon, String lock) {
		return this.jdbc.sql("SELECT * FROM announcement_run WHERE salon_number = ? " + lock)
			.param(salon)
			.query(AnnouncementRuns::run)
			.optional();
	}

	private static AnnouncementRun run(ResultSet row, int index) throws SQLException {
		return new AnnouncementRun(row.getInt("salon_number"), State.valueOf(row.getString("state")),
				row.getString("reason"), Columns.instant(row, "announced_at"),
				new Cause(Columns.uuid(row, "caused_by"), Columns.instant(row, "caused_at")),
				Columns.instant(row, "not_after"),
				Objects.requireNonNullElse(Columns.nullableUuid(row, "planned_to"), AnnouncementRun.NOBODY),
				row.getBoolean("complete"), row.getBoolean("settled"));
	}

}
