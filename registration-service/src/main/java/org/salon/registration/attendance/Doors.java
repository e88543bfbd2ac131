package org.salon.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.registration.input.Refused;
import org.salon.registration.member.MailLinks;
import org.salon.registration.registration.Visit;
import org.salon.registration.registration.Visits;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.TimeWindow;

/**
 * Lets people in and notes that they came: once, with its event in one transaction. It
 * can be taken back until the salon's end: what follows from it is told by mail only
 * after that.
 */
@Service
public class Doors {

	private final Visits visits;

	private final Salons salons;

	private final Clock clock;

	Doors(Visits visits, Salons salons, Clock clock) {
		this.visits = visits;
		this.salons = salons;
		this.clock = clock;
	}

	/** Whether the holder of that place can come now. */
	JoinState state(Salon salon, Visit visit) {
		return JoinState.of(salon.stage(), TimeWindow.ofJoining(salon), visit.status(), this.clock.instant());
	}

	/**
	 * Someone comes by their own link.
	 * @return the salon that they come to
	 * @throws Refused unless they can come now
	 */
	@Transactional
	public Salon enter(UUID registrationId) {
		Visit visit = this.visits.lock(registrationId);
		Salon salon = salon(visit);
		JoinState state = state(salon, visit);
		if (state != JoinState.OPEN) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.join." + state);
		}
		this.visits.cameAt(visit.id(), this.clock.instant());
		return salon;
	}

	/**
	 * The operator saw someone come, at the door or before it was noted. From when the
	 * doors open, and without end: lists are put right afterwards.
	 * @throws Refused if the place is not one of that salon, or no seat
	 */
	@Transactional
	public Visit checkIn(int salonNumber, UUID registrationId) {
		Visit visit = lock(salonNumber, registrationId);
		Salon salon = salon(visit);
		Instant now = this.clock.instant();
		if (salon.stage() == SalonStage.CANCELLED) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.salon.CANCELLED", salonNumber);
		}
		if (TimeWindow.ofJoining(salon).isYetToOpen(now)) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.join.EARLY");
		}
		if (!visit.isSeated()) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.join.noSeat");
		}
		// Nobody came after it was over, whenever that is noted.
		return this.visits.cameAt(visit.id(), now.isBefore(salon.endsAt()) ? now : salon.endsAt());
	}

	/**
	 * Someone was checked in by mistake.
	 * @throws Refused once the salon is over, or if the place is not one of that salon
	 */
	@Transactional
	public Visit takeBack(int salonNumber, UUID registrationId) {
		Visit visit = lock(salonNumber, registrationId);
		if (!this.clock.instant().isBefore(salon(visit).endsAt())) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.door.over");
		}
		return this.visits.notCome(visit.id());
	}

	private Visit lock(int salonNumber, UUID registrationId) {
		if (this.salons.find(salonNumber).isEmpty()) {
			throw Refused.noSuchSalon(salonNumber);
		}
		if (this.visits.find(registrationId).filter((visit) -> visit.salonNumber() == salonNumber).isEmpty()) {
			throw new Refused(Refused.Reason.NOT_FOUND, "refused.noSuchRegistration");
		}
		return this.visits.lock(registrationId);
	}

	private Salon salon(Visit visit) {
		return this.salons.find(visit.salonNumber()).orElseThrow(MailLinks::unknown);
	}

}
