package org.salon.access.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.salon.access.Role;

/**
 * That somebody changed something, or tried to.
 *
 * @param id rises with time in all services alike
 * @param actor the name of the account; empty if nobody was logged in
 * @param action the method and the pattern of the address
 * @param target the address, without its query
 * @param status of the answer; absent if there was none, as when the service died
 */
public record AuditEntry(UUID id, Instant at, String actor, @Nullable Role role, String action, String target,
		@Nullable Integer status) {
}
