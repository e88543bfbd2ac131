package org.salon.archive.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a run of events changes: of the states of a salon only the last is to be written,
 * with what depends on those before it. Written at once, they leave what the events would
 * have left one by one.
 */
final class Changes {

	// In the order of numbers, which is the order of the table's index.
	private final Map<Integer, Standing> salons = new TreeMap<>();

	private final Map<Integer, LinkMarks> marks = new TreeMap<>();

	private final List<SalonVersion> corrections = new ArrayList<>();

	private final List<SalonVersion> renumberings = new ArrayList<>();

	private long stateBytes;

	/** Adds the next version of a salon; one that is not newer changes nothing. */
	void add(SalonVersion next) {
		Standing before = this.salons.get(next.number());
		if (before != null && before.last().version() >= next.version()) {
			return;
		}
		if (next.correction() != null) {
			this.corrections.add(next);
		}
		if (next.renumbering() != null) {
			this.renumberings.add(next);
		}
		this.salons.put(next.number(), Standing.after(before, next));
		this.stateBytes += next.state().length - ((before != null) ? before.last().state().length : 0);
	}

	/** Adds what was found out about links; what is not newer changes nothing. */
	void add(LinkMarks next) {
		this.marks.merge(next.number(), next, (before, after) -> (after.version() > before.version()) ? after : before);
	}

	Collection<Standing> salons() {
		return this.salons.values();
	}

	Collection<LinkMarks> marks() {
		return this.marks.values();
	}

	List<SalonVersion> corrections() {
		return this.corrections;
	}

	List<SalonVersion> renumberings() {
		return this.renumberings;
	}

	/** How many rows there will be to write. */
	int size() {
		return this.salons.size() + this.marks.size() + this.corrections.size() + this.renumberings.size();
	}

	/** How much memory the states take that are to be written. */
	long stateBytes() {
		return this.stateBytes;
	}

	/**
	 * Where a salon stands at the end of the run.
	 *
	 * @param replayAt since when there has been something to watch or read in this run
	 * @param withoutReplay the last version that had nothing; 0 if all had: then what the
	 * archive knew before the run still holds
	 */
	record Standing(SalonVersion last, @Nullable Instant replayAt, long withoutReplay) {

		static Standing after(@Nullable Standing before, SalonVersion next) {
			if (!next.hasReplay()) {
				return new Standing(next, null, next.version());
			}
			if (before == null) {
				return new Standing(next, next.time(), 0);
			}
			return new Standing(next, (before.replayAt() != null) ? before.replayAt() : next.time(),
					before.withoutReplay());
		}

	}

}
