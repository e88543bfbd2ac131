package org.salon.registration.salon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.events.salon.Amendment;
import org.salon.messaging.outbox.Outbox;
import org.salon.registration.input.Refused;
import org.salon.registration.salon.HistoryEntry.Author;

/**
 * Mends what is said of past salons. State, event and history commit together; nobody is
 * mailed unless the operator says so.
 */
@Service
public class CorrectionDesk {

	private final Salons salons;

	private final SalonHistory history;

	private final FormerNumbers formerNumbers;

	private final SalonLog log;

	private final Outbox outbox;

	private final Clock clock;

	CorrectionDesk(Salons salons, SalonHistory history, FormerNumbers formerNumbers, SalonLog log, Outbox outbox,
			Clock clock) {
		this.salons = salons;
		this.history = history;
		this.formerNumbers = formerNumbers;
		this.log = log;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Mends a past salon; what is so already has no effect and mails nobody. */
	@Transactional
	public Salon correct(int number, VersionCondition condition, Correction correction) {
		Instant now = this.clock.instant();
		Salon before = locked(number);
		condition.check(before.version());
		Salon after = corrected(before, correction, now);
		if (after != before) {
			this.salons.update(after);
			Amendment amendment = new Amendment(before.details().changesTo(after.details()), correction.reason());
			this.log.changed(before, after, SalonWire.corrected(before, after, amendment, correction.tell(), now),
					Author.OPERATOR);
		}
		return after;
	}

	/** What {@link #correct} would change. */
	@Transactional(readOnly = true)
	public List<FieldChange> preview(int number, Correction correction) {
		Salon before = this.salons.find(number).orElseThrow(() -> Refused.noSuchSalon(number));
		Salon after = corrected(before, correction, this.clock.instant());
		return SalonParts.changes(before.details(), after.details());
	}

	/**
	 * Gives a past salon of an import another number; the same again has no effect. The
	 * old number is free then, and leads to the new one as long as no salon takes it.
	 */
	@Transactional
	public Salon renumber(int number, RenumberRequest request) {
		int to = request.to();
		Optional<Salon> known = this.salons.lock(number);
		if (known.isEmpty() && this.formerNumbers.salonOf(number).filter((present) -> present == to).isPresent()) {
			return locked(to);
		}
		Salon last = known.orElseThrow(() -> Refused.noSuchSalon(number)).leaving();
		this.salons.delete(number);
		Salon first = begin(last, to);
		this.formerNumbers.giveUp(number, last.version(), to);
		this.history.move(number, to);
		Instant now = this.clock.instant();
		this.outbox.append(SalonWire.renumbered(last, first, now), last.version());
		this.outbox.append(SalonWire.archivedUnder(first, new Amendment(List.of("number"), request.reason()), now),
				first.version());
		this.history.keep(to, HistoryEntry.renumbered(first, number, request.reason(), now));
		return first;
	}

	private Salon begin(Salon last, int to) {
		// Above the versions of both, so that the history of either stays in order.
		long versions = this.formerNumbers.take(to);
		return this.salons.insert(last.under(to).after(Math.max(0, versions - last.version())))
			.orElseThrow(() -> new Refused(Refused.Reason.CONFLICT, "refused.salon.exists", to));
	}

	private Salon corrected(Salon before, Correction correction, Instant now) {
		// The stage first: that a draft is no past salon says more than a field of it.
		before.corrected(before.details(), false, now);
		return before.corrected(correction.of(before, now), correction.tell(), now);
	}

	private Salon locked(int number) {
		return this.salons.lock(number).orElseThrow(() -> Refused.noSuchSalon(number));
	}

}
