package org.salon.access.audit;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import org.salon.access.Role;

/** Who does it. */
record Actor(String name, @Nullable Role role) {

	/** Who is logged in at this moment of the request. */
	static Optional<Actor> present() {
		Authentication who = SecurityContextHolder.getContext().getAuthentication();
		return Role.of(who).map((role) -> new Actor((who != null) ? who.getName() : "", role));
	}

}
