package org.salon.events.member;

import java.util.Objects;
import java.util.UUID;

/** The person is to be forgotten by every service, at once. */
public record MemberErased(UUID memberId) implements MemberEvent {

	public MemberErased {
		Objects.requireNonNull(memberId, "memberId");
	}

	@Override
	public UUID id() {
		return this.memberId;
	}

}
