package org.salon.registration.oidc;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import org.salon.access.LoginWatch;
import org.salon.access.account.Account;
import org.salon.access.account.Accounts;

/**
 * Who came back from the provider with an address that it has verified, and that is the
 * name of an account, is in with the role of that. The provider says who somebody is; who
 * may do what is said here.
 */
final class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

	/** Why somebody is not let in. */
	static final String NO_ACCOUNT = "no_account";

	private final OidcUserService provider = new OidcUserService();

	private final Accounts accounts;

	private final LoginWatch watch;

	OidcAccounts(Accounts accounts, LoginWatch watch) {
		this.accounts = accounts;
		this.watch = watch;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser provided = this.provider.loadUser(request);
		String address = Boolean.TRUE.equals(provided.getEmailVerified()) ? provided.getEmail() : null;
		Account account = (address != null) ? this.accounts.named(address).orElse(null) : null;
		if (account == null || account.disabled()) {
			this.watch.failed((account != null) ? account.name() : "");
			throw new OAuth2AuthenticationException(new OAuth2Error(NO_ACCOUNT));
		}
		return new AccountOidcUser(account.user(), provided);
	}

}
