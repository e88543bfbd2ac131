package org.salon.notification.salon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.salon.notification.database.Columns;
import org.salon.notification.database.StoredJson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The salons that this service knows. */
@Repository
public class Salons {

	/** Keeps these locks apart from any other advisory locks of the database. */
	private static final int LOCK_SPACE = 0x5A10;

	/** No salon's number. */
	private static final int SUBSCRIBERS = 0;

	private static final String SELECT = """
			SELECT state, (SELECT min(attended_at) FROM registration r WHERE r.salon_number = s.number) AS first_seen_at
			FROM salon s\s""";

	private final JdbcClient jdbc;

	Salons(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Until the transaction ends, nobody changes this salon or plans or sends by it. An
	 * advisory lock, since the salon's row may not be there yet when a registration for
	 * it arrives.
	 */
	public void lockToChange(int number) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(?, ?)").params(LOCK_SPACE, number).query().listOfRows();
	}

	/** Until the transaction ends, nobody changes this salon; others may read it too. */
	public void lockToRead(int number) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock_shared(?, ?)").params(LOCK_SPACE, number).query().listOfRows();
	}

	/**
	 * The same for those of the salons that nobody is changing just now, without waiting
	 * for the others.
	 * @return the numbers of those that were free
	 */
	public Set<Integer> tryLockToRead(Collection<Integer> numbers) {
		return Set.copyOf(this.jdbc.sql("""
				SELECT n FROM unnest(CAST(? AS integer[])) n WHERE pg_try_advisory_xact_lock_shared(?, n)
				""")
			.param(numbers.stream().distinct().toArray(Integer[]::new))
			.param(LOCK_SPACE)
			.query(Integer.class)
			.list());
	}

	/**
	 * Until the transaction ends, no salon is announced by another and no other person
	 * becomes a subscriber: else neither of the two would see the other. Before any
	 * salon's lock.
	 */
	public void lockToAnnounce() {
		lockToChange(SUBSCRIBERS);
	}

	/** Until the transaction ends, no salon is announced. Before any salon's lock. */
	public void lockToSubscribe() {
		lockToRead(SUBSCRIBERS);
	}

	public Optional<Salon> find(int number) {
		return this.jdbc.sql(SELECT + "WHERE number = ?").param(number).query(Salons::salon).optional();
	}

	/** All that are known, by number. */
	public List<Salon> all() {
		return this.jdbc.sql("SELECT state FROM salon ORDER BY number")
			.query((row, index) -> StoredJson.read(row.getString("state"), Salon.class))
			.list();
	}

	/** The one with the highest number. */
	public Optional<Salon> last() {
		return this.jdbc.sql(SELECT + "ORDER BY number DESC LIMIT 1").query(Salons::salon).optional();
	}

	/** Those of the numbers that are known, by number. */
	public Map<Integer, Salon> find(Collection<Integer> numbers) {
		return this.jdbc.sql(SELECT + "WHERE number = ANY (?)")
			.param(numbers.stream().distinct().toArray(Integer[]::new))
			.query(Salons::salon)
			.list()
			.stream()
			.collect(Collectors.toMap(Salon::number, Function.identity()));
	}

	/** Those announced at that moment or later. */
	public List<Salon> announcedSince(Instant from) {
		return this.jdbc.sql(SELECT + "WHERE announced_at >= ? ORDER BY number")
			.param(Columns.timestamp(from))
			.query(Salons::salon)
			.list();
	}

	/** Whether anybody is known to have come to that salon. */
	public boolean anybodySeen(int number) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT 1 FROM registration WHERE salon_number = ? AND attended_at IS NOT NULL)")
			.param(number)
			.query(Boolean.class)
			.single();
	}

	public void save(Salon salon) {
		this.jdbc.sql("""
				INSERT INTO salon (number, version, announced_at, state)
				VALUES (:number, :version, :announcedAt, CAST(:state AS jsonb))
				ON CONFLICT (number) DO UPDATE SET version = excluded.version,
					announced_at = excluded.announced_at, state = excluded.state
				""")
			.param("number", salon.number())
			.param("version", salon.version())
			.param("announcedAt", Columns.nullableTimestamp(salon.announcedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("state", StoredJson.write(salon))
			.update();
	}

	private static Salon salon(ResultSet row, int index) throws SQLException {
		return StoredJson.read(row.getString("state"), Salon.class)
			.firstSeen(Columns.nullableInstant(row, "first_seen_at"));
	}

}
