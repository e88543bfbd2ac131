package org.salon.registration.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.salon.events.registration.RegistrationStatus;

/** The places as stored. */
@Repository
class Registrations {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {
	};

	private static final RowMapper<Registration> REGISTRATION = (row, number) -> registration(row);

	private static final String SELECT = """
			select id, salon_number, member_id, version, status, name, affiliation, note, answers, line,
				confirmation_revision, calendar_revision, link_generation, registered_at, confirmed_at, confirm_by,
				attended_at from registration""";

	private final JdbcClient jdbc;

	Registrations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Registration> find(UUID id) {
		return this.jdbc.sql(SELECT + " where id = ?").param(id).query(REGISTRATION).optional();
	}

	/** Kept from change by others until the transaction ends. */
	Optional<Registration> lock(UUID id) {
		return this.jdbc.sql(SELECT + " where id = ? for update").param(id).query(REGISTRATION).optional();
	}

	Optional<Registration> lock(int salonNumber, UUID memberId) {
		return this.jdbc.sql(SELECT + " where salon_number = ? and member_id = ? for update")
			.params(salonNumber, memberId)
			.query(REGISTRATION)
			.optional();
	}

	List<Registration> ofMember(UUID memberId) {
		return this.jdbc.sql(SELECT + " where member_id = ? order by salon_number")
			.param(memberId)
			.query(REGISTRATION)
			.list();
	}

	/**
	 * How many hold a seat, pending ones included; exact only while the salon's row is
	 * locked.
	 */
	int taken(int salonNumber) {
		return this.jdbc
			.sql("select count(*) from registration where salon_number = ? and status in ('REGISTERED', 'PENDING') "
					+ "and line is null")
			.param(salonNumber)
			.query(Integer.class)
			.single();
	}

	long nextInLine() {
		return this.jdbc.sql("select nextval('registration_line')").query(Long.class).single();
	}

	/** The first so many in line, locked; the salon's row must be. */
	List<Registration> firstInLine(int salonNumber, @Nullable Integer most) {
		return this.jdbc
			.sql(SELECT + " where salon_number = :salon and status = 'WAITLISTED' order by line limit :most for update")
			.param("salon", salonNumber)
			.param("most", (most != null) ? most : Integer.MAX_VALUE)
			.query(REGISTRATION)
			.list();
	}

	/** Pending ones of a salon whose time is over, locked; the salon's row must be. */
	List<Registration> due(int salonNumber, Instant now, int most) {
		return this.jdbc.sql(SELECT + """
				 where salon_number = :salon and status = 'PENDING' and confirm_by <= :now
				order by confirm_by, id limit :most for update""")
			.param("salon", salonNumber)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.query(REGISTRATION)
			.list();
	}

	/** From 1; none for those who are not in line. */
	@Nullable Integer position(Registration registration) {
		Long line = registration.line();
		if (line == null || registration.status() != RegistrationStatus.WAITLISTED) {
			return null;
		}
		return this.jdbc
			.sql("select count(*) from registration where salon_number = ? and status = 'WAITLISTED' and line <= ?")
			.params(registration.salonNumber(), line)
			.query(Integer.class)
			.single();
	}

	void insert(Registration registration) {
		this.jdbc
			.sql("""
					insert into registration (id, salon_number, member_id, version, status, name, affiliation, note, answers,
						line, confirmation_revision, calendar_revision, link_generation, registered_at, confirmed_at,
						confirm_by, attended_at, email_key)
					values (:id, :salon, :member, :version, :status, :name, :affiliation, :note, :answers::jsonb, :line,
						:confirmationRevision, :calendarRevision, :linkGeneration, :registeredAt, :confirmedAt, :confirmBy,
						:attendedAt, (select email_key from member where id = :member))""")
			.params(row(registration))
			.update();
	}

	void update(Registration registration) {
		this.jdbc.sql("""
				update registration set version = :version, status = :status, name = :name, affiliation = :affiliation,
					note = :note, answers = :answers::jsonb, line = :line,
					confirmation_revision = :confirmationRevision, calendar_revision = :calendarRevision,
					link_generation = :linkGeneration, registered_at = :registeredAt, confirmed_at = :confirmedAt,
					confirm_by = :confirmBy, attended_at = :attendedAt
				where id = :id""").params(row(registration)).update();
	}

	/** The place of another member from now on; no event tells of it. */
	void hand(UUID id, UUID memberId) {
		this.jdbc.sql("""
				update registration set member_id = m.id, email_key = m.email_key from member m
				where m.id = ? and registration.id = ?""").params(memberId, id).update();
	}

	/**
	 * What people said of the salon, and operators of them, stands with another place of
	 * theirs from now on, unless there is such there.
	 */
	void handRemarks(UUID from, UUID to) {
		for (String table : List.of("feedback", "place_note")) {
			this.jdbc
				.sql("update " + table + " set registration_id = :to where registration_id = :from "
						+ "and not exists (select 1 from " + table + " where registration_id = :to)")
				.param("from", from)
				.param("to", to)
				.update();
		}
		this.jdbc.sql("""
				update place_note kept set text = kept.text || E'\n' || gone.text, version = kept.version + 1
				from place_note gone where kept.registration_id = ? and gone.registration_id = ?""")
			.params(to, from)
			.update();
	}

	void delete(UUID id) {
		this.jdbc.sql("delete from registration where id = ?").param(id).update();
	}

	void deleteOf(UUID memberId) {
		this.jdbc.sql("delete from registration where member_id = ?").param(memberId).update();
	}

	static Map<String, List<String>> answers(ResultSet row) throws SQLException {
		return JSON.readValue(row.getString("answers"), ANSWERS);
	}

	private static Map<String, @Nullable Object> row(Registration registration) {
		Map<String, @Nullable Object> row = new HashMap<>();
		row.put("id", registration.id());
		row.put("salon", registration.salonNumber());
		row.put("member", registration.memberId());
		row.put("version", registration.version());
		row.put("status", registration.status().name());
		row.put("name", registration.name());
		row.put("affiliation", registration.remarks().affiliation());
		row.put("note", registration.remarks().note());
		row.put("answers", JSON.writeValueAsString(registration.remarks().answers()));
		row.put("line", registration.line());
		row.put("confirmationRevision", registration.confirmationRevision());
		row.put("calendarRevision", registration.calendarRevision());
		row.put("linkGeneration", registration.linkGeneration());
		row.put("registeredAt", registration.registeredAt().atOffset(ZoneOffset.UTC));
		row.put("confirmedAt", registration.confirmedAt().atOffset(ZoneOffset.UTC));
		row.put("confirmBy", timestamp(registration.confirmBy()));
		row.put("attendedAt", timestamp(registration.attendedAt()));
		return row;
	}

	private static Registration registration(ResultSet row) throws SQLException {
		long line = row.getLong("line");
		Long inLine = row.wasNull() ? null : line;
		return new Registration(row.getObject("id", UUID.class), row.getInt("salon_number"),
				row.getObject("member_id", UUID.class), row.getLong("version"),
				RegistrationStatus.valueOf(row.getString("status")), row.getString("name"),
				new Remarks(row.getString("affiliation"), row.getString("note"), answers(row)), inLine,
				row.getInt("confirmation_revision"), row.getInt("calendar_revision"), row.getInt("link_generation"),
				row.getTimestamp("registered_at").toInstant(), row.getTimestamp("confirmed_at").toInstant(),
				instant(row, "confirm_by"), instant(row, "attended_at"));
	}

	private static @Nullable Object timestamp(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
