package org.salon.registration.registration;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.salon.events.delivery.DeliveryKind;
import org.salon.events.delivery.DeliveryOutcome;
import org.salon.registration.delivery.DeliveryOutcomes;
import org.salon.registration.delivery.Mail;
import org.salon.registration.salon.MomentText;
import org.salon.registration.salon.Salon;
import org.salon.registration.web.Words;

/** Which mails came of one's place, and why each. */
@Component
class OwnMails {

	private static final Set<String> NOT_MEANT = Set.of(DeliveryOutcome.SUPPRESSED.name(),
			DeliveryOutcome.CANCELLED.name());

	private static final Set<String> PLANNED_AHEAD = Set.of(DeliveryKind.REMINDER.name(),
			DeliveryKind.FEEDBACK_REQUEST.name(), DeliveryKind.FOLLOW_UP.name());

	private final DeliveryOutcomes outcomes;

	private final Words words;

	OwnMails(DeliveryOutcomes outcomes, Words words) {
		this.outcomes = outcomes;
		this.words = words;
	}

	/** The newest first; the time in that zone. */
	List<Line> about(Registration registration, Salon salon, ZoneId zone, Locale locale) {
		return this.outcomes.to(registration.memberId())
			.stream()
			.filter((mail) -> mail.salonNumber() == registration.salonNumber() && !isNoNews(mail))
			.map((mail) -> line(mail, registration, salon, zone, locale))
			.toList();
	}

	/**
	 * A reminder that was not wanted, or too late to be one, is no mail to explain; nor
	 * is one of those that were planned in case the person did not come.
	 */
	private static boolean isNoNews(Mail mail) {
		return PLANNED_AHEAD.contains(mail.kind()) && NOT_MEANT.contains(mail.outcome());
	}

	private Line line(Mail mail, Registration registration, Salon salon, ZoneId zone, Locale locale) {
		String signedUp = MomentText.brief(registration.registeredAt(), zone, locale);
		String caused = MomentText.brief(mail.dueAt(), zone, locale);
		String start = (salon.details().startsAt() != null) ? MomentText.brief(salon.startsAt(), zone, locale) : "";
		return new Line(this.words.of("kind." + mail.kind()), MomentText.brief(mail.occurredAt(), zone, locale),
				mail.occurredAt().toString(), mail.outcome(), this.words.of("outcome." + mail.outcome()),
				this.words.of("why." + mail.kind(), signedUp, caused, start));
	}

	/**
	 * One mail in words.
	 *
	 * @param why the event that caused it
	 */
	record Line(String kind, String at, String isoAt, String outcome, String outcomeText, String why) {
	}

}
