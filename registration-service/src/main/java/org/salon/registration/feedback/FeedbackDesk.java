package org.salon.registration.feedback;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.salon.registration.input.Paging;
import org.salon.registration.input.Refused;
import org.salon.registration.member.MailLinks;
import org.salon.registration.registration.Visit;
import org.salon.registration.registration.Visits;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.Salons;
import org.salon.registration.salon.TimeWindow;

/** Takes what people say of a salon; it and its event commit together. */
@Service
public class FeedbackDesk {

	private final Feedbacks feedbacks;

	private final Visits visits;

	private final Salons salons;

	private final Clock clock;

	FeedbackDesk(Feedbacks feedbacks, Visits visits, Salons salons, Clock clock) {
		this.feedbacks = feedbacks;
		this.visits = visits;
		this.salons = salons;
		this.clock = clock;
	}

	/** Whether the holder of that place can say now how it was. */
	FeedbackState state(Salon salon, Visit visit) {
		return FeedbackState.of(salon.stage(), TimeWindow.ofFeedback(salon), visit, this.clock.instant());
	}

	Optional<Feedback> given(Visit visit) {
		return this.feedbacks.find(visit.id());
	}

	/**
	 * Takes it in place of what they said before; the same again has no effect.
	 * @throws Refused unless they can say it now
	 */
	@Transactional
	public void give(UUID registrationId, Feedback feedback) {
		Visit visit = this.visits.lock(registrationId);
		Salon salon = this.salons.find(visit.salonNumber()).orElseThrow(MailLinks::unknown);
		FeedbackState state = state(salon, visit);
		if (state != FeedbackState.OPEN) {
			throw new Refused(Refused.Reason.CONFLICT, "refused.feedback." + state);
		}
		if (!this.feedbacks.find(registrationId).equals(Optional.of(feedback))) {
			this.feedbacks.put(registrationId, salon.number(), feedback, this.clock.instant());
			this.visits.rated(registrationId, feedback.stars());
		}
	}

	/**
	 * What people said of a salon, for the operator.
	 * @throws Refused if there is no such salon
	 */
	@Transactional(readOnly = true)
	public FeedbackResults results(int salonNumber, int page, int size) {
		Paging paging = Paging.of(page, size);
		if (this.salons.find(salonNumber).isEmpty()) {
			throw Refused.noSuchSalon(salonNumber);
		}
		return this.feedbacks.results(salonNumber, paging);
	}

}
