package org.salon.access.account;

import java.util.Optional;

/** Where accounts are looked up at a login. */
@FunctionalInterface
public interface Accounts {

	/** Of a service that knows the built-in operator only. */
	Accounts NONE = (name) -> Optional.empty();

	/** The account of that name, disabled or not, in whatever case it is written. */
	Optional<Account> named(String name);

}
