package org.salon.events.member;

import java.util.Objects;
import java.util.UUID;

/**
 * Someone asked for announcements of new salons to be sent to this address. They are not
 * sent until its owner has followed the link in a mail.
 *
 * @param revision rises each time it is asked, so that a lost mail is had by asking again
 */
public record SubscriptionRequested(MemberState member, int revision) implements MemberEvent {

	public SubscriptionRequested {
		Objects.requireNonNull(member, "member");
	}

	@Override
	public UUID id() {
		return this.member.memberId();
	}

}
