package org.salon.notification.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.salon.events.member.Preferences;
import org.salon.notification.plan.PlannedDelivery.Fate;
import org.salon.notification.registration.Registration;
import org.salon.notification.salon.Salon;

/**
 * Which deliveries should exist for one registration: a pure function of what is known.
 * Whatever happened and in whichever order it became known, the ledger is brought to this
 * set.
 */
public final class DeliveryPlan {

	/** How long after its publication a replay is still news. */
	private static final Duration REPLAY_NEWS = Duration.ofDays(7);

	private final Salon salon;

	private final Registration registration;

	private final Preferences preferences;

	private final @Nullable Told told;

	private final ReminderPolicy reminders;

	private final @Nullable Duration feedbackAfter;

	private final Instant now;

	private final List<PlannedDelivery> deliveries = new ArrayList<>();

	private DeliveryPlan(Salon salon, Registration registration, Preferences preferences, @Nullable Told told,
			PlanPolicy policy, Instant now) {
		this.salon = salon;
		this.registration = registration;
		this.preferences = preferences;
		this.told = told;
		this.reminders = policy.reminders().of(salon);
		this.feedbackAfter = policy.feedbackAfter();
		this.now = now;
	}

	/**
	 * The deliveries that should exist; none while the salon is not known.
	 * @param told what the last mail about this registration said
	 * @param policy of the club, which the salon's own reminders override
	 */
	public static List<PlannedDelivery> of(@Nullable Salon salon, Registration registration, Preferences preferences,
			@Nullable Told told, PlanPolicy policy, Instant now) {
		if (salon == null) {
			return List.of();
		}
		DeliveryPlan plan = new DeliveryPlan(salon, registration, preferences, told, policy, now);
		plan.draw();
		return List.copyOf(plan.deliveries);
	}

	private void draw() {
		switch (this.registration.standing()) {
			case PENDING -> pending();
			case REGISTERED -> registered();
			case WAITLISTED -> waitlisted();
			case CANCELLED -> withdrawn();
		}
	}

	private void pending() {
		if (this.salon.cancelled()) {
			// To an address that was not confirmed nobody writes more than the check.
			if (this.registration.offered()) {
				calledOff();
			}
			return;
		}
		Instant confirmBy = this.registration.confirmBy();
		Instant notAfter = (confirmBy != null) ? confirmBy : this.salon.startsAt();
		if (this.registration.offered()) {
			now(DeliveryKind.SEAT_OFFERED, offer(), notAfter);
			changes();
		}
		else {
			now(DeliveryKind.ADDRESS_CHECK, Integer.toString(this.registration.confirmationRevision()), notAfter);
		}
	}

	private void registered() {
		if (this.salon.cancelled()) {
			calledOff();
			return;
		}
		if (this.registration.promoted()) {
			now(DeliveryKind.PROMOTED, version(this.registration.sinceVersion()), this.salon.endsAt());
		}
		else {
			now(DeliveryKind.CONFIRMATION, Integer.toString(this.registration.confirmationRevision()),
					this.salon.endsAt());
		}
		changes();
		this.reminders.offsets().forEach(this::reminder);
		replay();
	}

	private void waitlisted() {
		if (this.salon.cancelled()) {
			calledOff();
			return;
		}
		now(DeliveryKind.WAITLISTED, Integer.toString(this.registration.confirmationRevision()), this.salon.endsAt());
		changes();
	}

	private void withdrawn() {
		if (this.registration.held()) {
			now(DeliveryKind.WITHDRAWN, version(this.registration.sinceVersion()), this.salon.endsAt());
		}
	}

	private void calledOff() {
		now(DeliveryKind.CANCELLED, version(this.salon.factsVersion()), this.salon.endsAt());
	}

	private void changes() {
		// What is mended of a past salon is no news to those who were there.
		if (this.salon.held() || this.told == null || this.told.facts().equals(this.salon.facts())) {
			return;
		}
		boolean moved = !this.told.facts().sameTimeAs(this.salon.facts());
		now(moved ? DeliveryKind.RESCHEDULED : DeliveryKind.CHANGED, version(this.salon.factsVersion()),
				this.salon.endsAt());
	}

	private void reminder(Duration offset) {
		Instant start = this.salon.startsAt();
		if (this.salon.held() && !this.salon.timeSetAt().isBefore(start)) {
			return;
		}
		Instant dueAt = start.minus(offset);
		Instant notAfter = this.reminders.notAfter(start, offset);
		String occurrence = offset + "@" + start;
		if (!this.preferences.reminders()) {
			add(DeliveryKind.REMINDER, occurrence, dueAt, notAfter, Fate.SUPPRESS, "the person wants no reminders");
		}
		else if (!dueAt.isAfter(this.registration.since())) {
			add(DeliveryKind.REMINDER, occurrence, dueAt, notAfter, Fate.SUPPRESS,
					"its time had passed when the person got the place");
		}
		else if (!dueAt.isAfter(this.salon.timeSetAt())) {
			add(DeliveryKind.REMINDER, occurrence, dueAt, notAfter, Fate.SUPPRESS,
					"its time had passed when the salon was set to this time");
		}
		else if (this.salon.remindersSetAt() != null && !dueAt.isAfter(this.salon.remindersSetAt())) {
			add(DeliveryKind.REMINDER, occurrence, dueAt, notAfter, Fate.SUPPRESS,
					"its time had passed when the salon's reminders were set");
		}
		else {
			add(DeliveryKind.REMINDER, occurrence, dueAt, notAfter);
		}
	}

	private void replay() {
		Long version = this.salon.replayVersion();
		Instant published = this.salon.replayAt();
		// Only those who had registered get it; who comes later has seen the page.
		if (version == null || published == null || this.registration.since().isAfter(published)) {
			lookBack();
		}
		else if (this.preferences.replays()) {
			now(DeliveryKind.REPLAY, version(version), published.plus(REPLAY_NEWS));
		}
	}

	/** What is said after the salon as long as there is no replay, which says it too. */
	private void lookBack() {
		Instant end = this.salon.endsAt();
		Instant seen = this.salon.firstSeenAt();
		if (this.feedbackAfter == null || !this.preferences.replays()) {
			return;
		}
		if (!this.registration.attended() && seen != null) {
			// Whom the organiser is about to tick off afterwards was not missed.
			once(DeliveryKind.FOLLOW_UP, (seen.isAfter(end) ? seen : end).plus(this.feedbackAfter));
		}
		else if (this.registration.attended() && !this.registration.feedbackGiven()) {
			once(DeliveryKind.FEEDBACK_REQUEST, end.plus(this.feedbackAfter));
		}
	}

	/** Not planned any more once it is too late: nobody was promised it. */
	private void once(DeliveryKind kind, Instant dueAt) {
		Instant notAfter = this.salon.endsAt().plus(PlanPolicy.LOOKS_BACK);
		if (dueAt.isBefore(notAfter) && this.now.isBefore(notAfter)) {
			add(kind, MemberPlan.ONCE, dueAt, notAfter);
		}
	}

	private void now(DeliveryKind kind, String occurrence, Instant notAfter) {
		add(kind, occurrence, this.now, notAfter);
	}

	private void add(DeliveryKind kind, String occurrence, Instant dueAt, Instant notAfter) {
		boolean late = !this.now.isBefore(notAfter);
		add(kind, occurrence, dueAt, notAfter, late ? Fate.EXPIRE : Fate.SEND,
				late ? "there was no time left for it when it became known" : null);
	}

	private void add(DeliveryKind kind, String occurrence, Instant dueAt, Instant notAfter, Fate fate,
			@Nullable String reason) {
		this.deliveries.add(new PlannedDelivery(kind, occurrence, dueAt, notAfter,
				CalendarMethod.of(kind, this.registration, this.told), fate, reason));
	}

	/** Who asks for the offer again because the mail was lost gets it again. */
	private String offer() {
		String first = version(this.registration.sinceVersion());
		return this.registration.promoted() ? first : first + "-" + this.registration.confirmationRevision();
	}

	private static String version(long version) {
		return "v" + version;
	}

}
