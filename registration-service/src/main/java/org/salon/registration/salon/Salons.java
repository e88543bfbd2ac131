package org.salon.registration.salon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
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

	private static final String ROWS = """
			jsonb_to_recordset(:rows::jsonb) as row (number integer, version bigint, stage text, date date,
				starts_at timestamptz, ends_at timestamptz, capacity integer, calendar_revision integer,
				replay_published boolean, details jsonb)
			""";

	private static final String INSERT = """
			with rows as (select * from %s),
			former as (delete from former_number where number in (select number from rows) returning number, version)
			insert into salon (number, version, stage, date, starts_at, ends_at, capacity, calendar_revision,
				replay_published, details)
			select number, version + coalesce((select version from former where former.number = rows.number), 0),
				stage, date, starts_at, ends_at, capacity, calendar_revision, replay_published, details
			from rows order by number
			on conflict (number) do nothing returning number, version
			""".formatted(ROWS);

	private static final String UPDATE = """
			update salon set version = row.version, stage = row.stage, date = row.date, starts_at = row.starts_at,
				ends_at = row.ends_at, capacity = row.capacity, calendar_revision = row.calendar_revision,
				replay_published = row.replay_published, details = row.details
			from %s where salon.number = row.number and salon.version = row.version - 1
			""".formatted(ROWS);

	private final JdbcClient jdbc;

	Salons(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The salon of that number, drafts included. */
	public Optional<Salon> find(int number) {
		return this.jdbc.sql(SELECT + " where number = ?").param(number).query(SALON).optional();
	}

	/** The same, kept from change by others until the transaction ends. */
	public Optional<Salon> lock(int number) {
		return this.jdbc.sql(SELECT + " where number = ? for no key update").param(number).query(SALON).optional();
	}

	/** The same with many, locked in the order of their numbers. */
	List<Salon> lockWhole(Collection<Integer> numbers) {
		return numbers.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + " where number in (:numbers) order by number for no key update")
					.param("numbers", numbers)
					.query(SALON)
					.list();
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

	/** The number after the highest that there is. */
	public int nextNumber() {
		return this.jdbc.sql("select coalesce(max(number), 0) + 1 from salon").query(Integer.class).single();
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

	/**
	 * Writes a new salon; an existing one stays as it is. Under a number that another
	 * salon gave up, its versions go on from that one's.
	 * @return the salon as written, or empty if there was one
	 */
	Optional<Salon> insert(Salon salon) {
		return insertAll(List.of(salon)).stream().findFirst();
	}

	/**
	 * The same with many of different numbers.
	 * @return those that are new, as written
	 */
	List<Salon> insertAll(List<Salon> salons) {
		Map<Integer, Long> written = new HashMap<>();
		this.jdbc.sql(INSERT).param("rows", rows(salons)).query((row) -> {
			written.put(row.getInt("number"), row.getLong("version"));
		});
		return salons.stream().<Salon>mapMulti((salon, fresh) -> {
			Long version = written.get(salon.number());
			if (version != null) {
				fresh.accept(salon.after(version - salon.version()));
			}
		}).toList();
	}

	/** Stores the next version of a salon that this transaction has locked. */
	void update(Salon salon) {
		updateAll(List.of(salon));
	}

	/** The same with many. */
	void updateAll(List<Salon> salons) {
		int updated = this.jdbc.sql(UPDATE).param("rows", rows(salons)).update();
		if (updated != salons.size()) {
			throw new IllegalStateException(
					"of salons " + salons.stream().map(Salon::number).toList() + " one was changed without its lock");
		}
	}

	/** Leaves the number free. */
	void delete(int number) {
		this.jdbc.sql("delete from salon where number = ?").param(number).update();
	}

	private static String rows(List<Salon> salons) {
		return JSON.writeValueAsString(salons.stream().map(Row::of).toList());
	}

	private static SignUpRules rules(@Nullable String json) {
		return (json != null) ? JSON.readValue(json, SignUpRules.class) : SignUpRules.PLAIN;
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

	static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : value;
	}

	/** Named as the columns are. */
	private record Row(int number, long version, SalonStage stage, LocalDate date, @Nullable Instant starts_at,
			@Nullable Instant ends_at, @Nullable Integer capacity, int calendar_revision, boolean replay_published,
			SalonDetails details) {

		static Row of(Salon salon) {
			SalonDetails details = salon.details();
			return new Row(salon.number(), salon.version(), salon.stage(), details.date(), details.startsAt(),
					details.endsAt(), details.capacity(), salon.calendarRevision(), salon.replayPublished(), details);
		}

	}

}
