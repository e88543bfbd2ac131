package org.salon.access;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/** What somebody who is logged in may do. */
public enum Role {

	/** Everything. */
	ORGANISER("OPERATOR"),
	/** See the list of salons and who is expected at one, and check people in. */
	DOOR("DOOR"),
	/** See everything, and change nothing. */
	READER("READER");

	private final String name;

	Role(String name) {
		this.name = name;
	}

	/** Its name among the roles of Spring Security, without prefix. */
	public String security() {
		return this.name;
	}

	/** The authority that stands for it. */
	public String authority() {
		return "ROLE_" + this.name;
	}

	/** The role of who is logged in; none for anybody else. */
	public static Optional<Role> of(@Nullable Authentication who) {
		if (who == null || !who.isAuthenticated()) {
			return Optional.empty();
		}
		return Arrays.stream(values())
			.filter((role) -> who.getAuthorities()
				.stream()
				.anyMatch((granted) -> role.authority().equals(granted.getAuthority())))
			.findFirst();
	}

}
