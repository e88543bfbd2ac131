package org.salon.access.account;

import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Who is logged in with an account, by its password or by a session. */
public final class AccountUser extends User implements AccountPrincipal {

	private static final long serialVersionUID = 1L;

	private final UUID accountId;

	private final int generation;

	public AccountUser(String name, Collection<? extends GrantedAuthority> authorities, UUID accountId,
			int generation) {
		super(name, "", authorities);
		this.accountId = accountId;
		this.generation = generation;
	}

	@Override
	public UUID accountId() {
		return this.accountId;
	}

	@Override
	public int generation() {
		return this.generation;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AccountUser user && super.equals(user) && this.accountId.equals(user.accountId)
				&& this.generation == user.generation;
	}

	@Override
	public int hashCode() {
		return this.accountId.hashCode();
	}

}
