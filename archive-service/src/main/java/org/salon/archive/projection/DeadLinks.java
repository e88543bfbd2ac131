package org.salon.archive.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.salon.archive.salon.DeadLink;

/** Which links of the salons were found dead, in the generation that is served. */
@Repository
public class DeadLinks {

	private final JdbcClient jdbc;

	DeadLinks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The dead links of those salons, by number; a salon without any is not in it. */
	public Map<Integer, List<DeadLink>> of(Collection<Integer> numbers) {
		Map<Integer, List<DeadLink>> dead = new HashMap<>();
		if (!numbers.isEmpty()) {
			this.jdbc.sql("""
					select number, dead from link_marks where generation = (select generation from projection)
					and number in (:numbers) and dead <> '[]'
					""").param("numbers", numbers).query((row) -> {
				dead.put(row.getInt("number"), StoredSalon.readDead(row.getString("dead")));
			});
		}
		return dead;
	}

}
