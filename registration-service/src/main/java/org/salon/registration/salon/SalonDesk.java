package org.salon.registration.salon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.salon.Link;
import org.salon.events.salon.SalonEvent;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.HistoryEntry.Author;

/** What the operator does with salons. State and event commit together. */
@Service
public class SalonDesk {

	private final Salons salons;

	private final SalonLog log;

	private final ApplicationEventPublisher inside;

	private final Clock clock;

	SalonDesk(Salons salons, SalonLog log, ApplicationEventPublisher inside, Clock clock) {
		this.salons = salons;
		this.log = log;
		this.inside = inside;
		this.clock = clock;
	}

	/** Writes a new salon, as a draft. */
	@Transactional
	public Salon create(int number, SalonDetails details) {
		return this.salons.insert(Salon.draft(number, details))
			.orElseThrow(() -> new Refused(Refused.Reason.CONFLICT, "refused.salon.exists", number));
	}

	/**
	 * Changes or moves a salon.
	 * @param change from the details that are to those that shall be
	 */
	@Transactional
	public Salon change(int number, VersionCondition condition, UnaryOperator<SalonDetails> change) {
		Salon before = locked(number);
		condition.check(before.version());
		return store(before, before.changedTo(change.apply(before.details())));
	}

	/** What {@link #change} would make of it. */
	@Transactional(readOnly = true)
	public Salon preview(int number, VersionCondition condition, UnaryOperator<SalonDetails> change) {
		Salon before = this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
		condition.check(before.version());
		return before.changedTo(change.apply(before.details()));
	}

	/** Writes the salon of an invitation: a new draft, or a change of what there is. */
	@Transactional
	public Salon write(int number, SalonDetails fresh, UnaryOperator<SalonDetails> change) {
		return this.salons.insert(Salon.draft(number, fresh))
			.orElseGet(() -> change(number, VersionCondition.ANY, change));
	}

	/** What {@link #write} would make of it. */
	@Transactional(readOnly = true)
	public Salon preview(int number, SalonDetails fresh, UnaryOperator<SalonDetails> change) {
		return this.salons.find(number)
			.map((known) -> known.changedTo(change.apply(known.details())))
			.orElseGet(() -> Salon.draft(number, fresh));
	}

	/** Opens a salon for registration; again has no effect. */
	@Transactional
	public Salon announce(int number, Author by) {
		Instant now = this.clock.instant();
		return step(number, Salon::announced, (change) -> SalonWire.announced(change.after(), now), by);
	}

	/** Calls a salon off; again has no effect. */
	@Transactional
	public Salon cancel(int number) {
		Instant now = this.clock.instant();
		return step(number, (salon) -> salon.cancelled(now), (change) -> SalonWire.cancelled(change.after(), now),
				Author.OPERATOR);
	}

	/**
	 * Publishes these links, in place of those that there are; the same again has no
	 * effect.
	 */
	@Transactional
	public Salon publishReplay(int number, List<Link> links, Author by) {
		Instant now = this.clock.instant();
		return step(number, (salon) -> salon.withReplay(links),
				(change) -> SalonWire.replayPublished(change.before(), change.after(), now), by);
	}

	private Salon store(Salon before, Salon after) {
		if (after == before) {
			return after;
		}
		this.salons.update(after);
		if (!after.isDraft()) {
			this.log.changed(before, after, SalonWire.changed(before, after, this.clock.instant()), Author.OPERATOR);
		}
		if (!Objects.equals(before.capacity(), after.capacity())) {
			this.inside.publishEvent(new SeatsChanged(after.number()));
		}
		return after;
	}

	private Salon step(int number, UnaryOperator<Salon> step, Function<Change, SalonEvent> event, Author by) {
		Salon before = locked(number);
		Salon after = step.apply(before);
		if (after != before) {
			this.salons.update(after);
			this.log.changed(before, after, event.apply(new Change(before, after)), by);
		}
		return after;
	}

	private Salon locked(int number) {
		return this.salons.lock(number).orElseThrow(() -> Refused.noSuchSalon(number));
	}

	private record Change(Salon before, Salon after) {
	}

}
