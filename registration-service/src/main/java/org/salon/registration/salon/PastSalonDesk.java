package org.salon.registration.salon;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.salon.Link;
import org.salon.messaging.outbox.Outbox;
import org.salon.messaging.outbox.VersionedEvent;
import org.salon.registration.salon.HistoryEntry.Author;

/** Remembers the past salons of tables. Nobody is ever told of them by mail. */
@Service
public class PastSalonDesk {

	private final Salons salons;

	private final SalonHistory history;

	private final FormerNumbers formerNumbers;

	private final SalonLog log;

	private final Outbox outbox;

	private final Clock clock;

	PastSalonDesk(Salons salons, SalonHistory history, FormerNumbers formerNumbers, SalonLog log, Outbox outbox,
			Clock clock) {
		this.salons = salons;
		this.history = history;
		this.formerNumbers = formerNumbers;
		this.log = log;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Remembers the past salons of a table. */
	@Transactional
	public void archive(List<PastSalon> table) {
		Map<Integer, PastSalon> rows = new TreeMap<>();
		// Two rows may tell of one salon: under its number, and under a former one.
		List<PastSalon> again = table.stream().filter((row) -> rows.putIfAbsent(row.number(), row) != null).toList();
		if (!rows.isEmpty()) {
			archiveEach(rows.values());
			archive(again);
		}
	}

	private void archiveEach(Collection<PastSalon> rows) {
		Instant now = this.clock.instant();
		// In the order of their numbers, as all who lock several salons do.
		List<Salon> fresh = this.salons
			.insertAll(rows.stream().map((row) -> Salon.archived(row.number(), row.details())).toList());
		this.outbox.append(fresh.stream()
			.map((salon) -> new VersionedEvent(SalonWire.archived(salon, now), salon.version()))
			.toList());
		Set<Integer> known = rows.stream().map(PastSalon::number).collect(Collectors.toCollection(TreeSet::new));
		fresh.forEach((salon) -> known.remove(salon.number()));
		Map<Integer, Salon> before = this.salons.lockWhole(known)
			.stream()
			.collect(Collectors.toMap(Salon::number, Function.identity()));
		merge(rows.stream().flatMap((row) -> Told.of(row, before.get(row.number())).stream()).toList(), now);
	}

	private void merge(List<Told> rows, Instant now) {
		Map<Integer, List<HistoryEntry>> mended = this.history
			.mended(rows.stream().map((told) -> told.before().number()).toList());
		List<Salon> changed = new ArrayList<>();
		List<SalonLog.Change> seen = new ArrayList<>();
		for (Told told : rows) {
			Salon before = told.before();
			Salon after = before.mergedTo(told.merged(mended.getOrDefault(before.number(), List.of())));
			if (after != before) {
				changed.add(after);
				if (after.isPublic()) {
					seen.add(new SalonLog.Change(before, after, after.isArchived() ? SalonWire.archived(after, now)
							: SalonWire.changed(before, after, now)));
				}
			}
		}
		if (!changed.isEmpty()) {
			this.salons.updateAll(changed);
			this.log.changed(seen, Author.IMPORT);
		}
	}

	/** Every number that its salon gave up and is free, and the salon's present one. */
	@Transactional(readOnly = true)
	public Map<Integer, Integer> formerNumbers() {
		return this.formerNumbers.all();
	}

	/**
	 * The row as one of the salon that had its number before, if it tells of that: it is
	 * of a day that the salon has or had, or has one of its links.
	 */
	@Transactional(readOnly = true)
	public Optional<PastSalon> renumbered(PastSalon row, int salon) {
		return this.salons.find(salon).filter((known) -> tellsOf(row, known)).map((known) -> row.under(salon));
	}

	private boolean tellsOf(PastSalon row, Salon known) {
		List<HistoryEntry> corrections = this.history.mended(known.number());
		Set<String> urls = known.details().links().stream().map(Link::url).collect(Collectors.toSet());
		urls.addAll(Withdrawn.by(corrections).urls());
		return known.details().date().equals(row.date())
				|| corrections.stream()
					.flatMap((entry) -> entry.changes().stream())
					.anyMatch((change) -> change.field().equals("date")
							&& change.before().asString("").equals(row.date().toString()))
				|| row.links().stream().anyMatch((link) -> urls.contains(link.url()));
	}

	/** What a row tells of a salon that there is. */
	private record Told(Salon before, PastSalon row) {

		/** Nothing if there is none, or if it is just as the row says. */
		static Optional<Told> of(PastSalon row, @Nullable Salon before) {
			boolean same = before != null && before.isArchived() && row.details().equals(before.details());
			return (before == null || same) ? Optional.empty() : Optional.of(new Told(before, row));
		}

		/** Once an operator has had a hand in it, a table adds and no longer replaces. */
		SalonDetails merged(List<HistoryEntry> corrections) {
			return (this.before.isArchived() && corrections.isEmpty()) ? this.row.details()
					: this.row.without(Withdrawn.by(corrections)).mergedInto(this.before.details());
		}

	}

}
