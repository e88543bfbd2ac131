package org.salon.events.salon;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.salon.events.DomainEvent;

/**
 * Which of a salon's links are dead has changed. An aggregate of its own, beside the
 * salon: what is found out about a link changes nothing of what the club said, has its
 * own versions, and may come before the salon or after it.
 *
 * @param dead all that are, in the order of their addresses; empty once none is
 * @param checkedAt when the change was found out
 */
public record LinksChecked(int salonNumber, List<DeadLink> dead, Instant checkedAt) implements DomainEvent {

	public LinksChecked {
		dead = List.copyOf(dead);
		Objects.requireNonNull(checkedAt, "checkedAt");
	}

	@Override
	public String subject() {
		return "links/" + this.salonNumber;
	}

	@Override
	public String key() {
		return Integer.toString(this.salonNumber);
	}

}
