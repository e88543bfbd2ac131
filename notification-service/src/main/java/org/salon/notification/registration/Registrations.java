package org.salon.notification.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.salon.notification.database.Columns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registrations that this service knows. */
@Repository
public class Registrations {

	private final JdbcClient jdbc;

	Registrations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<Registration> find(UUID id) {
		return find(List.of(id)).stream().findFirst();
	}

	public List<Registration> find(Collection<UUID> ids) {
		return this.jdbc.sql("SELECT * FROM registration WHERE id = ANY (CAST(? AS uuid[]))")
			.param(Columns.array(ids))
			.query(Registrations::registration)
			.list();
	}

	public List<Registration> ofSalon(int number) {
		return this.jdbc.sql("SELECT * FROM registration WHERE salon_number = ?")
			.param(number)
			.query(Registrations::registration)
			.list();
	}

	/**
	 * The same so many at a time, however many there are; within a transaction, without
	 * which the driver reads all at once.
	 */
	public void ofSalon(int number, int batch, Consumer<List<Registration>> use) {
		try (Stream<Registration> places = this.jdbc.sql("SELECT * FROM registration WHERE salon_number = ?")
			.withFetchSize(batch)
			.param(number)
			.query(Registrations::registration)
			.stream()) {
			places.gather(Gatherers.windowFixed(batch)).forEach(use);
		}
	}

	/** The places of these people at that salon. */
	public List<Registration> ofSalon(int number, Collection<UUID> members) {
		return this.jdbc
			.sql("SELECT * FROM registration WHERE salon_number = ? AND member_id = ANY (CAST(? AS uuid[]))")
			.params(number, Columns.array(members))
			.query(Registrations::registration)
			.list();
	}

	/** In the order of the salons' numbers, in which the salons have to be locked. */
	public List<Registration> ofMember(UUID memberId) {
		return this.jdbc.sql("SELECT * FROM registration WHERE member_id = ? ORDER BY salon_number")
			.param(memberId)
			.query(Registrations::registration)
			.list();
	}

	public void save(Registration registration) {
		this.jdbc.sql("""
				INSERT INTO registration (id, member_id, salon_number, version, standing, standing_since,
					standing_version, held, place_in_line, promoted_revision, confirmation_revision,
					calendar_revision, link_generation, confirm_by, offered, attended_at, feedback_given)
				VALUES (:id, :member, :salon, :version, :standing, :since, :sinceVersion, :held, :place, :promoted,
					:confirmation, :calendar, :link, :confirmBy, :offered, :attendedAt, :feedback)
				ON CONFLICT (id) DO UPDATE SET member_id = excluded.member_id, salon_number = excluded.salon_number,
					version = excluded.version, standing = excluded.standing,
					standing_since = excluded.standing_since, standing_version = excluded.standing_version,
					held = excluded.held, place_in_line = excluded.place_in_line,
					promoted_revision = excluded.promoted_revision,
					confirmation_revision = excluded.confirmation_revision,
					calendar_revision = excluded.calendar_revision, link_generation = excluded.link_generation,
					confirm_by = excluded.confirm_by, offered = excluded.offered,
					attended_at = excluded.attended_at, feedback_given = excluded.feedback_given
				""")
			.param("id", registration.id())
			.param("member", registration.memberId())
			.param("salon", registration.salonNumber())
			.param("version", registration.version())
			.param("standing", registration.standing().name())
			.param("since", Columns.timestamp(registration.since()))
			.param("sinceVersion", registration.sinceVersion())
			.param("held", registration.held())
			.param("place", registration.placeInLine())
			.param("promoted", registration.promotedRevision())
			.param("confirmation", registration.confirmationRevision())
			.param("calendar", registration.calendarRevision())
			.param("link", registration.linkGeneration())
			.param("confirmBy", Columns.nullableTimestamp(registration.confirmBy()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("offered", registration.offered())
			.param("attendedAt", Columns.nullableTimestamp(registration.attendedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("feedback", registration.feedbackGiven())
			.update();
	}

	public void eraseOfMember(UUID memberId) {
		this.jdbc.sql("DELETE FROM registration WHERE member_id = ?").param(memberId).update();
	}

	private static Registration registration(ResultSet row, int index) throws SQLException {
		return new Registration(Columns.uuid(row, "id"), Columns.uuid(row, "member_id"), row.getInt("salon_number"),
				row.getLong("version"), Standing.valueOf(row.getString("standing")),
				Columns.instant(row, "standing_since"), row.getLong("standing_version"), row.getBoolean("held"),
				Columns.nullableInteger(row, "place_in_line"), Columns.nullableInteger(row, "promoted_revision"),
				row.getInt("confirmation_revision"), row.getInt("calendar_revision"), row.getInt("link_generation"),
				Columns.nullableInstant(row, "confirm_by"), row.getBoolean("offered"),
				Columns.nullableInstant(row, "attended_at"), row.getBoolean("feedback_given"));
	}

}
