package org.salon.notification.salon;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.salon.notification.database.StoredJson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The salons that this service knows. */
@Repository
public class Salons {

	/** Keeps these locks apart from any other advisory locks of the database. */
	private static final int LOCK_SPACE = 0x5A10;

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

	public Optional<Salon> find(int number) {
		return this.jdbc.sql("SELECT state FROM salon WHERE number = ?")
			.param(number)
			.query((row, index) -> StoredJson.read(row.getString("state"), Salon.class))
			.optional();
	}

	/** Those of the numbers that are known, by number. */
	public Map<Integer, Salon> find(Collection<Integer> numbers) {
		return this.jdbc.sql("SELECT state FROM salon WHERE number = ANY (?)")
			.param(numbers.stream().distinct().toArray(Integer[]::new))
			.query((row, index) -> StoredJson.read(row.getString("state"), Salon.class))
			.list()
			.stream()
			.collect(Collectors.toMap(Salon::number, Function.identity()));
	}

	public void save(Salon salon) {
		this.jdbc.sql("""
				INSERT INTO salon (number, version, state) VALUES (:number, :version, CAST(:state AS jsonb))
				ON CONFLICT (number) DO UPDATE SET version = excluded.version, state = excluded.state
				""")
			.param("number", salon.number())
			.param("version", salon.version())
			.param("state", StoredJson.write(salon))
			.update();
	}

}
