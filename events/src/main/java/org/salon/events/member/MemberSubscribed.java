package org.salon.events.member;

import java.util.Objects;
import java.util.UUID;

/** The owner of the address confirmed that they want announcements of new salons. */
public record MemberSubscribed(MemberState member) implements MemberEvent {

	public MemberSubscribed {
		Objects.requireNonNull(member, "member");
	}

	@Override
	public UUID id() {
		return this.member.memberId();
	}

}
