package org.salon.registration.series;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.salon.registration.input.Refused;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonDesk;
import org.salon.registration.salon.SalonDetails;
import org.salon.registration.salon.Salons;

/**
 * Makes the next drafts of each series, so that there are always as many as asked for.
 */
@Service
public class SeriesDesk {

	private static final Logger logger = LoggerFactory.getLogger(SeriesDesk.class);

	private final SeriesTable series;

	private final Salons salons;

	private final SalonDesk desk;

	private final PlannedAnnouncements announcements;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SeriesDesk(SeriesTable series, Salons salons, SalonDesk desk, PlannedAnnouncements announcements,
			TransactionTemplate transaction, Clock clock) {
		this.series = series;
		this.salons = salons;
		this.desk = desk;
		this.announcements = announcements;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** All series that have a rhythm, by name. */
	public List<Series> all() {
		return this.series.all();
	}

	/** The series of that name, if it has a rhythm. */
	public Optional<Series> find(String name) {
		return this.series.find(name);
	}

	/**
	 * Gives a series its rhythm and makes the drafts that it is short of.
	 * @return the numbers of the new drafts
	 */
	public List<Integer> save(Series series) {
		this.transaction.executeWithoutResult((status) -> this.series.save(series));
		return makeDrafts(series.name());
	}

	/** Takes its rhythm from a series; its salons and drafts stay. */
	public void remove(String name) {
		this.transaction.executeWithoutResult((status) -> this.series.remove(name));
	}

	/** Once an hour: a salon that is over leaves room for a draft. */
	@Scheduled(fixedDelayString = "${salon.series-interval:PT1H}")
	void makeDrafts() {
		for (Series one : this.series.all()) {
			try {
				makeDrafts(one.name());
			}
			catch (DataAccessException | Refused ex) {
				logger.warn("no drafts of a series, to be tried again: {}", ex.getClass().getSimpleName());
			}
		}
	}

	private List<Integer> makeDrafts(String name) {
		List<Integer> made = this.transaction
			.execute((status) -> this.series.lock(name).map(this::make).orElse(List.of()));
		return (made != null) ? made : List.of();
	}

	private List<Integer> make(Series series) {
		Optional<Salon> model = this.salons.find(series.model());
		if (model.isEmpty()) {
			return List.of();
		}
		List<Integer> made = new java.util.ArrayList<>();
		SeriesTable.Known known = this.series.known(series.name(), this.clock.instant());
		// After the last one, called off or not: a week without a salon stays without.
		Instant after = later(known.last(), this.clock.instant());
		for (int coming = known.coming(); coming < series.ahead(); coming++) {
			Instant start = series.rhythm().next(after);
			made.add(draft(series, model.get().details(), start));
			after = start;
		}
		return made;
	}

	private int draft(Series series, SalonDetails model, Instant start) {
		int number = this.salons.nextNumber();
		this.desk.create(number,
				model.next(series.name(), start, start.plus(series.rhythm().length()), series.rhythm().zone()));
		this.announcements.plan(number, PlannedAnnouncements.USUAL);
		return number;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
