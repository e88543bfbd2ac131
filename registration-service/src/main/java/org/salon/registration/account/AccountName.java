package org.salon.registration.account;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.salon.access.OperatorLogin;
import org.salon.registration.input.Checks;
import org.salon.registration.member.EmailAddress;

/** What an account is called: an e-mail address, or a short name of ASCII letters. */
final class AccountName {

	private static final Pattern SHORT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

	private AccountName() {
	}

	/** As it is compared. */
	static String key(String typed) {
		return typed.strip().toLowerCase(Locale.ROOT);
	}

	/** The name that was filled in; empty, with the problem noted, if there is none. */
	static String read(Checks checks, @Nullable String typed) {
		String line = checks.line("name", typed, EmailAddress.LONGEST);
		if (!checks.accepts("name")) {
			return "";
		}
		String name = key(line);
		if (name.contains("@")) {
			Checks address = new Checks();
			EmailAddress email = EmailAddress.read(address, line, null);
			if (email != null && address.accepts("email")) {
				return email.key();
			}
			checks.reject("name", "name.account");
		}
		else if (name.equals(OperatorLogin.NAME)) {
			checks.reject("name", "name.builtIn");
		}
		else if (!SHORT.matcher(name).matches()) {
			checks.reject("name", "name.account");
		}
		return name;
	}

}
