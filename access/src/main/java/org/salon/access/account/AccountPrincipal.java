package org.salon.access.account;

import java.util.UUID;

/** Who is logged in with an account. The built-in operator is none. */
public interface AccountPrincipal {

	/** The account, by an id that says nothing. */
	UUID accountId();

	/** That of the account at the login: with another one the session is over. */
	int generation();

}
