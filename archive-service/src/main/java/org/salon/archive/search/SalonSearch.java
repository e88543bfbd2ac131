package org.salon.archive.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import org.salon.archive.salon.Entry;
import org.salon.archive.salon.Facets;
import org.salon.archive.salon.SalonPage;
import org.salon.archive.salon.SalonQuery;

/**
 * Finds salons: the one way to every list of them. What was written before a call is in
 * its answer, on every instance.
 */
@Component
public class SalonSearch {

	private final ServedIndex index;

	private final SearchMetrics metrics;

	private final Clock clock;

	SalonSearch(ServedIndex index, SearchMetrics metrics, Clock clock) {
		this.index = index;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * A page of the salons that were asked for: with a text the best first, else the
	 * newest. If none holds all of the text, those that hold something like it.
	 */
	public SalonPage find(SalonQuery query) {
		return this.metrics.timed(() -> read((snapshot) -> snapshot.find(query, this.clock.instant())));
	}

	/** Salons that share terms with that one, the nearest first; perhaps none. */
	public List<Entry> related(int number, int limit) {
		return read((snapshot) -> snapshot.related(number, limit, this.clock.instant()));
	}

	/** All values by which the archive can be narrowed down. */
	public Facets facets() {
		return read((snapshot) -> snapshot.facets(this.clock.instant()));
	}

	/** The same as long as every list stays the same; see {@link IndexSnapshot#state}. */
	String state() {
		return read((snapshot) -> snapshot.state(this.clock.instant()));
	}

	private <T> T read(Reading<T> reading) {
		try (IndexSnapshot snapshot = this.index.upToDate()) {
			return reading.of(snapshot);
		}
		catch (IOException ex) {
			// It lies in memory.
			throw new UncheckedIOException(ex);
		}
	}

	/** What is asked of the index. */
	private interface Reading<T> {

		T of(IndexSnapshot snapshot) throws IOException;

	}

}
