package org.salon.events.member;

import java.util.Objects;
import java.util.UUID;

/**
 * The owner of the address wants announcements of new salons: they confirmed it, or an
 * operator has their consent.
 */
public record MemberSubscribed(MemberState member) implements MemberEvent {

	public MemberSubscribed {
		Objects.requireNonNull(member, "member");
	}

	@Override
	public UUID id() {
		return this.member.memberId();
	}

}
