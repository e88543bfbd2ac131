package org.salon.registration.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.salon.registration.replay.ReplayApprovalDesk;
import org.salon.registration.salon.Salon;
import org.salon.registration.salon.SalonPages;
import org.salon.registration.salon.SalonStage;
import org.salon.registration.series.PlannedAnnouncements;

/** What is done for a salon and when: announced, reminded of, held, and its replay. */
@Component
class Timeline {

	/** So long after the end members wait for a replay before they ask. */
	private static final Duration REPLAY = Duration.ofDays(1);

	private final PlannedAnnouncements announcements;

	private final Neighbours neighbours;

	private final ReplayApprovalDesk approvals;

	private final SalonPages pages;

	private final Clock clock;

	Timeline(PlannedAnnouncements announcements, Neighbours neighbours, ReplayApprovalDesk approvals, SalonPages pages,
			Clock clock) {
		this.announcements = announcements;
		this.approvals = approvals;
		this.neighbours = neighbours;
		this.pages = pages;
		this.clock = clock;
	}

	/** The steps in the order of time; those without one first. */
	View of(Salon salon, Locale locale) {
		Instant now = this.clock.instant();
		List<Step> steps = new ArrayList<>();
		boolean draft = salon.stage() == SalonStage.DRAFT;
		steps.add(announcement(salon, now));
		Optional<JsonNode> plan = draft ? Optional.empty()
				: this.neighbours.get("notification-service", "/api/plans/" + salon.number());
		plan.ifPresent((json) -> steps.addAll(PlannedSteps.of(json)));
		steps.add(new Step("start", salon.startsAt(), state(now, salon.startsAt()), null, 0));
		steps.add(replay(salon, now));
		steps.sort(Comparator.comparing(Step::at, Comparator.nullsFirst(Comparator.naturalOrder())));
		return new View(steps.stream()
			.map((step) -> new Line(step, (step.at() != null) ? this.pages.moment(salon, step.at(), locale) : null))
			.toList(), draft || plan.isPresent());
	}

	private Step announcement(Salon salon, Instant now) {
		if (salon.stage() != SalonStage.DRAFT) {
			return new Step("announced", null, State.DONE, null, 0);
		}
		OptionalInt days = this.announcements.of(salon.number());
		if (days.isEmpty()) {
			return new Step("announceByHand", null, State.OPEN, null, 0);
		}
		Instant at = salon.startsAt().atZone(salon.details().zone()).minusDays(days.getAsInt()).toInstant();
		boolean nameless = salon.details().title().equals(salon.details().series());
		return new Step(nameless ? "announceOnceThemed" : "announce", at,
				(nameless && !at.isAfter(now)) ? State.LATE : State.OPEN, null, 0);
	}

	private Step replay(Salon salon, Instant now) {
		if (salon.replayPublished()) {
			return new Step("replayPublished", null, State.DONE, null, 0);
		}
		String what = this.approvals.ofSalon(salon.number()).map((approval) -> switch (approval.state(salon)) {
			case WAITS -> "replayAsked";
			case DECLINED -> "replayDeclined";
			default -> "replay";
		}).orElse("replay");
		Instant due = salon.endsAt().plus(REPLAY);
		return new Step(what, due, due.isAfter(now) ? State.OPEN : State.LATE, null, 0);
	}

	private static State state(Instant now, Instant at) {
		return at.isAfter(now) ? State.OPEN : State.DONE;
	}

	/** How far a step is. */
	enum State {

		/** It was done. */
		DONE,
		/** It is still to come. */
		OPEN,
		/** Its time has passed and somebody has to do it. */
		LATE

	}

	/**
	 * One step.
	 *
	 * @param what message code below {@code timeline.}
	 * @param at none if it has no time of its own, or had it before it was noted
	 * @param kind of mails or posts, and the reminder's offset
	 * @param people to how many mails go
	 */
	record Step(String what, @Nullable Instant at, State state, @Nullable String kind, int people) {
	}

	/** A step, and when it is in words. */
	record Line(Step step, @Nullable String when) {
	}

	/**
	 * All steps.
	 *
	 * @param complete false where notification-service did not say what it will send
	 */
	record View(List<Line> lines, boolean complete) {
	}

}
