package org.salon.events.member;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.salon.events.DomainEvent;

/** Something happened to a member. */
public sealed interface MemberEvent extends DomainEvent
		permits MemberPreferencesChanged, SubscriptionRequested, MemberSubscribed, MemberErased {

	@JsonIgnore
	UUID id();

	@Override
	default String subject() {
		return "member/" + id();
	}

	@Override
	default String key() {
		return id().toString();
	}

}
