package org.salon.events.operator;

import java.util.Objects;
import java.util.UUID;

import org.salon.events.DomainEvent;

/**
 * An account of the console was made or changed. What it is called, and how it is logged
 * in with, is the business of the service that has the login, and of nobody else.
 *
 * @param generation rises with each change of password, role or disabling, from 1.
 * Sessions of a lower one are over
 * @param disabled whether nobody can log in with it
 */
public record OperatorChanged(UUID accountId, OperatorRole role, int generation,
		boolean disabled) implements DomainEvent {

	public OperatorChanged {
		Objects.requireNonNull(accountId, "accountId");
		Objects.requireNonNull(role, "role");
	}

	@Override
	public String subject() {
		return "operator/" + this.accountId;
	}

	@Override
	public String key() {
		return this.accountId.toString();
	}

}
