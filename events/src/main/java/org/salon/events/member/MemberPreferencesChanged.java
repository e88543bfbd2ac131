package org.salon.events.member;

import java.util.Objects;
import java.util.UUID;

/** The person wants other mails, or is called or addressed otherwise. */
public record MemberPreferencesChanged(MemberState member) implements MemberEvent {

	public MemberPreferencesChanged {
		Objects.requireNonNull(member, "member");
	}

	@Override
	public UUID id() {
		return this.member.memberId();
	}

}
