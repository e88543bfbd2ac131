package org.salon.registration.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.events.salon.Link;
import org.salon.registration.salon.Salon;

/**
 * What a speaker is asked: whether these links may be published.
 *
 * @param id a secret: whoever knows it may answer
 * @param linksBefore that the salon had when it was asked
 * @param answer none as long as they have not said anything
 * @param comment what they said beside it
 */
public record ReplayApproval(UUID id, int salonNumber, List<Link> links, List<Link> linksBefore, Instant askedAt,
		@Nullable Answer answer, @Nullable String comment, @Nullable Instant answeredAt) {

	/** The page on which it is answered. */
	public String path() {
		return "/replays/" + this.id;
	}

	/** How it stands with the question now that the salon is as it is. */
	public State state(Salon salon) {
		if (this.answer == Answer.APPROVED) {
			return State.APPROVED;
		}
		List<Link> present = salon.details().links();
		if (salon.replayPublished() && present.equals(this.links)) {
			return State.PUBLISHED;
		}
		if (!present.equals(this.linksBefore)) {
			return State.SUPERSEDED;
		}
		return (this.answer == Answer.DECLINED) ? State.DECLINED : State.WAITS;
	}

	/** What a speaker can say; who has declined can still approve. */
	public enum Answer {

		/** The links are published. */
		APPROVED,
		/** They are not. */
		DECLINED

	}

	/** How it stands with a question. */
	public enum State {

		/** An answer is waited for. */
		WAITS,
		/** The speaker has approved, and the links were published by that. */
		APPROVED,
		/** The speaker has declined, and can still approve. */
		DECLINED,
		/** The links were published without an answer. */
		PUBLISHED,
		/** The salon has got other links since: an answer would undo that. */
		SUPERSEDED;

		/** Whether the speaker can still approve. */
		public boolean open() {
			return this == WAITS || this == DECLINED;
		}

	}

}
