package org.salon.registration.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import org.salon.access.account.AccountPrincipal;
import org.salon.access.account.AccountUser;

/** Who came back from the provider and has an account: known by that, not by claims. */
final class AccountOidcUser implements OidcUser, AccountPrincipal {

	private final AccountUser account;

	private final OidcUser provided;

	AccountOidcUser(AccountUser account, OidcUser provided) {
		this.account = account;
		this.provided = provided;
	}

	@Override
	public String getName() {
		return this.account.getUsername();
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.account.getAuthorities();
	}

	@Override
	public UUID accountId() {
		return this.account.accountId();
	}

	@Override
	public int generation() {
		return this.account.generation();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.provided.getAttributes();
	}

	@Override
	public Map<String, Object> getClaims() {
		return this.provided.getClaims();
	}

	@Override
	public @Nullable OidcUserInfo getUserInfo() {
		return this.provided.getUserInfo();
	}

	@Override
	public OidcIdToken getIdToken() {
		return this.provided.getIdToken();
	}

}
