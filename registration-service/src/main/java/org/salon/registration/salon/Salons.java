package org.salon.registration.salon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.salon.events.salon.SignUpRules;

/** The salons as stored. */
@Repository
public class Salons {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final RowMapper<Salon> SALON = (row, number) -> new Salon(row.getInt("number"),
			row.getLong("version"), SalonStage.valueOf(row.getString("stage")),
			JSON.readValue(row.getString("details"), SalonDetails.class), row.getInt("calendar_revision"),
			row.getBoolean("replay_published"));

	private static final RowMapper<Gate> GATE = (row, number) -> new Gate(row.getInt("number"),
			SalonStage.valueOf(row.getString("stage")), instant(row, "starts_at"), instant(row, "ends_at"),
			integer(row, "capacity"), rules(row.getString("sign_up")));

	private static final String SELECT = "select number, version, stage, details, calendar_revision, replay_published from salon";

	private static final String GATES = "select number, stage, starts_at, ends_at, capacity, sign_up from salon";

	private static final String GATE_SELECT = GATES + " where number = ?";

	private final JdbcClient jdbc;

	Salons(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The salon of that number, drafts included. */
	public Optional<Salon> find(int number) {
		return this.jdbc.sql(SELECT + " where number = ?").param(number).query(SALON).optional();
	}

	/** The same, kept from change by others until the transaction ends. */
	Optional<Salon> lock(int number) {
		return this.jdbc.sql(SELECT + " where number = ? for no key update").param(number).query(SALON).optional();
	}

	/** Announced and not over, the next first. */
	public List<Salon> coming(Instant now) {
		return this.jdbc.sql(SELECT + " where stage = 'ANNOUNCED' and ends_at > ? order by starts_at, number")
			.param(Timestamp.from(now))
			.query(SALON)
			.list();
	}

	/** The one before, in the order of numbers, that the public may see. */
	public Optional<Salon> before(int number) {
		return this.jdbc.sql(SELECT + " where stage <> 'DRAFT' and number < ? order by number desc limit 1")
			.param(number)
			.query(SALON)
			.optional();
	}

	/** The one after, in the order of numbers, that the public may see. */
	public Optional<Salon> after(int number) {
		return this.jdbc.sql(SELECT + " where stage <> 'DRAFT' and number > ? order by number limit 1")
			.param(number)
			.query(SALON)
			.optional();
	}

	/** All, the newest first. */
	public List<Salon> all() {
		return this.jdbc.sql(SELECT + " order by number desc").query(SALON).list();
	}

	/**
	 * What a sign-up has to know, with the lock that it needs. Where seats are limited
	 * the row is locked alone, so that they are counted by one at a time; else it is only
	 * kept from being changed, and sign-ups do not wait for each other.
	 */
	public Optional<Gate> enter(int number) {
		// Without a lock first: two that both raised a shared lock would wait for ever.
		Optional<Gate> seen = this.jdbc.sql(GATE_SELECT).param(number).query(GATE).optional();
		if (seen.isEmpty()) {
			return seen;
		}
		boolean limited = seen.get().capacity() != null;
		Optional<Gate> locked = this.jdbc.sql(GATE_SELECT + (limited ? " for no key update" : " for share"))
			.param(number)
			.query(GATE)
			.optional();
		if (!limited && locked.isPresent() && locked.get().capacity() != null) {
			throw new SeatsJustLimited(number);
		}
		return locked;
	}

	/** The salons' rows, locked in the order of their numbers. */
	public List<Gate> lockAll(List<Integer> numbers) {
		return numbers.isEmpty() ? List.of()
				: this.jdbc.sql(GATES + " where number in (:numbers) order by number for no key update")
					.param("numbers", numbers)
					.query(GATE)
					.list();
	}

	/**
	 * One announced salon with pending places whose time is over, its row locked; passes
	 * over those that others have locked.
	 */
	public Optional<Gate> lockOneWithDue(Instant now) {
		return this.jdbc.sql(GATES + """
				 where stage = 'ANNOUNCED' and number in (
					select salon_number from registration where status = 'PENDING' and confirm_by <= ?)
				order by number limit 1 for no key update skip locked""")
			.param(now.atOffset(ZoneOffset.UTC))
			.query(GATE)
			.optional();
	}

	/** How places of a salon are given, and what is asked; drafts tell nothing. */
	public SignUpRules signUpRules(int number) {
		return this.jdbc.sql("select sign_up from salon where number = ? and stage <> 'DRAFT'")
			.param(number)
			.query((row, index) -> rules(row.getString("sign_up")))
			.optional()
			.orElse(SignUpRules.PLAIN);
	}

	/** How often the calendar entries of its attendees had to change. */
	public int calendarRevision(int number) {
		return this.jdbc.sql("select calendar_revision from salon where number = ?")
			.param(number)
			.query(Integer.class)
			.single();
	}

	public Attendance attendance(int number) {
		return this.jdbc.sql("""
				select count(*) filter (where status in ('REGISTERED', 'PENDING') and line is null) as registered,
					count(*) filter (where status = 'WAITLISTED') as waitlisted
				from registration where salon_number = ?""")
			.param(number)
			.query((row, index) -> new Attendance(row.getInt("registered"), row.getInt("waitlisted")))
			.optional()
			.orElse(Attendance.NOBODY);
	}

	/** Whether it was new; an existing one stays as it is. */
	boolean insert(Salon salon) {
		return this.jdbc.sql("""
				insert into salon (number, version, stage, date, starts_at, ends_at, capacity, calendar_revision,
					replay_published, details)
				values (:number, :version, :stage, :date, :startsAt, :endsAt, :capacity, :calendarRevision,
					:replayPublished, :details::jsonb)
				on conflict (number) do nothing""").params(row(salon)).update() == 1;
	}

	/** Stores the next version of a salon that this transaction has locked. */
	void update(Salon salon) {
		int updated = this.jdbc.sql("""
				update salon set version = :version, stage = :stage, date = :date, starts_at = :startsAt,
					ends_at = :endsAt, capacity = :capacity, calendar_revision = :calendarRevision,
					replay_published = :replayPublished, details = :details::jsonb
				where number = :number and version = :version - 1""").params(row(salon)).update();
		if (updated != 1) {
			throw new IllegalStateException("salon " + salon.number() + " was changed without its lock");
		}
	}

	private static Map<String, @Nullable Object> row(Salon salon) {
		SalonDetails details = salon.details();
		Map<String, @Nullable Object> row = new HashMap<>();
		row.put("number", salon.number());
		row.put("version", salon.version());
		row.put("stage", salon.stage().name());
		row.put("date", details.date());
		row.put("startsAt", timestamp(details.startsAt()));
		row.put("endsAt", timestamp(details.endsAt()));
		row.put("capacity", details.capacity());
		row.put("calendarRevision", salon.calendarRevision());
		row.put("replayPublished", salon.replayPublished());
		row.put("details", JSON.writeValueAsString(details));
		return row;
	}

	private static SignUpRules rules(@Nullable String json) {
		return (json != null) ? JSON.readValue(json, SignUpRules.class) : SignUpRules.PLAIN;
	}

	private static @Nullable Object timestamp(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

	private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : value;
	}

}
