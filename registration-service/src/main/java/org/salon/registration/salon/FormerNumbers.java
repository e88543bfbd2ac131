package org.salon.registration.salon;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers that salons had and gave up. */
@Repository
class FormerNumbers {

	private final JdbcClient jdbc;

	FormerNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The present number of the salon that had that one last, if it gave it up. */
	Optional<Integer> salonOf(int number) {
		return this.jdbc.sql("select salon_number from former_number where number = ?")
			.param(number)
			.query(Integer.class)
			.optional();
	}

	/** Every number that was given up and is free, and the salon's present one. */
	Map<Integer, Integer> all() {
		return this.jdbc.sql("select number, salon_number from former_number")
			.query((row, index) -> Map.entry(row.getInt(1), row.getInt(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The last version under that number, which another salon takes now; else 0. */
	long take(int number) {
		return this.jdbc.sql("delete from former_number where number = ? returning version")
			.param(number)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	void giveUp(int number, long version, int salon) {
		this.jdbc.sql("update former_number set salon_number = ? where salon_number = ?")
			.params(salon, number)
			.update();
		this.jdbc.sql("insert into former_number (number, version, salon_number) values (?, ?, ?)")
			.params(number, version, salon)
			.update();
	}

}
