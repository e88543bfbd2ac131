package org.salon.access.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.authority.AuthorityUtils;

import org.salon.access.Role;

/**
 * Somebody who may log in.
 *
 * @param name an e-mail address or a short name, in lower case
 * @param generation rises with each change of role or password, and with disabling
 * @param password as it is kept; absent where the login is that of a provider only
 */
public record Account(UUID id, String name, Role role, int generation, boolean disabled, @Nullable String password) {

	/** As who they are known when logged in. */
	public AccountUser user() {
		return new AccountUser(this.name, AuthorityUtils.createAuthorityList(this.role.authority()), this.id,
				this.generation);
	}

	@Override
	public String toString() {
		return "Account[id=" + this.id + "]";
	}

}
