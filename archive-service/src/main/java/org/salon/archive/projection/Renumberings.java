package org.salon.archive.projection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers that past salons gave up. Between the events of the old number and those of the
 * new one there is no order, so neither looks for the other: the old number's row is
 * listed no longer, the new one's comes, and who asks for the old one is led along what
 * is kept here.
 */
@Repository
public class Renumberings {

	private static final String STEP = """
			select to_number, to_version from renumberings
			where generation = (select generation from projection) and number = ? and version > ?
			order by version\s""";

	/** More than any salon will be renumbered; events at odds could lead in a circle. */
	private static final int MOST_STEPS = 100;

	private final JdbcClient jdbc;

	Renumberings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The present number of the salon that had that one last, if it gave it up. */
	public OptionalInt presentNumberOf(int number) {
		Optional<Step> step = step(number, 0, "desc");
		for (int steps = 0; step.isPresent() && steps < MOST_STEPS; steps++) {
			Optional<Step> next = step(step.get().number(), step.get().version(), "asc");
			if (next.isEmpty()) {
				return OptionalInt.of(step.get().number());
			}
			step = next;
		}
		return OptionalInt.empty();
	}

	/** Keeps those of versions that are newer than the salons' own. */
	void keep(long generation, List<SalonVersion> renumbered) {
		for (SalonVersion last : renumbered) {
			keep(generation, last, Objects.requireNonNull(last.renumbering()));
		}
	}

	private void keep(long generation, SalonVersion last, SalonVersion.Renumbering renumbering) {
		this.jdbc.sql("""
				insert into renumberings (generation, number, version, to_number, to_version)
				select :generation, :number, :version, :to, :toVersion
				where not exists (select 1 from salons
					where generation = :generation and number = :number and version >= :version)
				on conflict do nothing""")
			.param("generation", generation)
			.param("number", last.number())
			.param("version", last.version())
			.param("to", renumbering.to())
			.param("toVersion", renumbering.toVersion())
			.update();
	}

	private Optional<Step> step(int number, long after, String order) {
		return this.jdbc.sql(STEP + order + " limit 1")
			.params(number, after)
			.query((row, index) -> new Step(row.getInt("to_number"), row.getLong("to_version")))
			.optional();
	}

	private record Step(int number, long version) {
	}

}
